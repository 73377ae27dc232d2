/** What an `Indicator` of the graph says of itself, whoever publishes it. */
export interface IndicatorRecord {
  /** The World Bank code as it is; everything else `<PUBLISHER>:<code>`. */
  readonly id: string;
  readonly title: string;
  readonly titleRu?: string;
  /** What one unit of its values is, such as `% of population` or `km3 per year`. */
  readonly unit: string;
  /** The definition in our own words. */
  readonly description?: string;
  /** Id in the source register. */
  readonly source: string;
  /** Codes of the SDG indicators it serves, such as `6.4.2`. */
  readonly sdgIndicators: readonly string[];
  /** Ids of near definitions by other publishers: comparable, never the same. */
  readonly related: readonly string[];
}

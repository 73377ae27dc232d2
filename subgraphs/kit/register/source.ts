/** One publisher's data set or service, as `Source` of the graph shows it. */
export interface SourceRecord {
  /** Stable id; for an upstream with a live source also the stem of its settings, `<ID>_BASE_URL` and `<ID>_KEY`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** The publisher's own page on the data. */
  readonly url: string;
  /** SPDX id where there is one, else the licence's usual name. */
  readonly licence: string;
  /** How the publisher asks to be cited. */
  readonly citation: string;
  /** How often the publisher issues new figures. */
  readonly cadence: string;
}

/** A report on a country: what it is called and where it stands, never what it says. */
export interface ReportRecord {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
  /** Short names of who published it. */
  readonly publishers: readonly string[];
  readonly languages: readonly string[];
}

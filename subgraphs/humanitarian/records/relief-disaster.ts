/** A disaster that ReliefWeb follows: what it is called and where it stands, never its profile. */
export interface ReliefDisasterRecord {
  readonly id: string;
  readonly name: string;
  /** Number of the disaster that publishers share. */
  readonly glide: string | null;
  readonly status: string | null;
  readonly type: string | null;
  readonly url: string | null;
  readonly date: string | null;
  /** Alpha-3 codes. */
  readonly countries: readonly string[];
}

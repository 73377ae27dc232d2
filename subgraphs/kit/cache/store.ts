/** A kept value. When it counts as fresh is the reader's to decide from these instants (milliseconds since 1970). */
export interface Entry {
  readonly value: unknown;
  readonly storedAt: number;
  readonly freshUntil: number;
  /** Until when it may still be served while or because no newer one can be had. */
  readonly staleUntil: number;
}

/** Where entries are kept. Losing any of them at any time is allowed; answering a wrong one is not. */
export interface Store {
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Entry>>;
  set(key: string, entry: Entry): Promise<void>;
  close(): Promise<void>;
}

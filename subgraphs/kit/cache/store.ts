/** A kept value. When it counts as fresh is the reader's to decide from these instants (milliseconds since 1970). */
export interface Entry {
  /** Plain JSON data: what comes back from another process is the same to the byte. */
  readonly value: unknown;
  readonly storedAt: number;
  readonly freshUntil: number;
  /** Until when it may still be served while or because no newer one can be had. */
  readonly staleUntil: number;
  /** How long the value took to get, in milliseconds; what takes long is renewed before it is due. @default 0 */
  readonly costMs?: number;
  /** What the entry can be invalidated by, such as `country:AFG`. @default none */
  readonly tags?: readonly string[];
}

/** How things stood with some tags when a value began to be fetched: an invalidation since then makes it unfit to keep. */
export interface Mark {
  /** Tag to its state; undefined where the store could not tell. */
  readonly tags: ReadonlyMap<string, string> | undefined;
  /** The same of the tier below. */
  readonly below?: Mark;
}

/** The right to fetch some keys, against everybody who shares the store; it ends by itself after its time. */
export interface Lock {
  /** Those of the keys asked for that nobody else had. */
  readonly keys: ReadonlySet<string>;
  release(keys: Iterable<string>): Promise<void>;
  /** Keeps others from the keys for so long from now, instead of releasing them. */
  hold(keys: Iterable<string>, ms: number): Promise<void>;
}

export interface LookUpOptions {
  /** Asks the shared tier also for what this process holds itself. @default false */
  readonly recheck?: boolean;
}

/**
 * Where entries are kept. Losing any of them at any time is allowed; answering a wrong one is not.
 * A store that is slow, broken or gone finds nothing, keeps nothing and grants every lock: no method but `invalidate`
 * rejects, and none takes longer than a command may.
 */
export interface Store {
  /** One round trip to each node for all keys. */
  getMany(keys: readonly string[], options?: LookUpOptions): Promise<ReadonlyMap<string, Entry>>;
  /** @param since taken with the entry's tags before its value was fetched; the entry is not kept if one was invalidated since */
  set(key: string, entry: Entry, since?: Mark): Promise<void>;
  mark(tags: readonly string[]): Promise<Mark>;
  lock(keys: readonly string[], ms: number): Promise<Lock>;
  /** Drops every entry that has one of the tags, and those that are being fetched. @returns how many it dropped @throws GraphError CACHE_UNAVAILABLE */
  invalidate(tags: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

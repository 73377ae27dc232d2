import { LRUCache } from "lru-cache";

export interface KeptOptions<T> {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly mostBytes: number;
  readonly bytesOf: (value: T) => number;
}

export interface Fresh<T> {
  readonly value: T;
  readonly ageMs: number;
}

interface Entry<T> {
  readonly value: T;
  readonly madeAt: number;
}

export interface Kept<T> {
  /**
   * The value of a key, made at most once per `freshMs` however many ask. In the period after, whoever asks gets the
   * value as it is while it is made anew; later everyone waits. A failure to make it anew leaves the value in place.
   */
  get(key: string, freshMs: number, make: () => Promise<T>): Promise<Fresh<T>>;
}

/** Values that are costly to make and asked for again and again. */
export function createKept<T extends object>({ clock, mostBytes, bytesOf }: KeptOptions<T>): Kept<T> {
  const entries = new LRUCache<string, Entry<T>>({
    maxSize: mostBytes,
    sizeCalculation: ({ value }) => Math.max(1, bytesOf(value)),
  });
  const flights = new Map<string, Promise<Entry<T>>>();

  function renew(key: string, make: () => Promise<T>): Promise<Entry<T>> {
    const flight =
      flights.get(key) ??
      make()
        .then((value) => {
          const entry = { value, madeAt: clock() };
          entries.set(key, entry);
          return entry;
        })
        .finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  }

  return {
    async get(key, freshMs, make) {
      const found = entries.get(key);
      const toFresh = ({ value, madeAt }: Entry<T>): Fresh<T> => ({ value, ageMs: Math.max(0, clock() - madeAt) });
      if (!found) return toFresh(await renew(key, make));
      const ageMs = clock() - found.madeAt;
      if (ageMs < freshMs) return toFresh(found);
      const renewed = renew(key, make).catch(() => found);
      return toFresh(ageMs < 2 * freshMs ? found : await renewed);
    },
  };
}

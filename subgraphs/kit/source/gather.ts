import { PartialFailure } from "./partial-failure.ts";
import type { Reading } from "./source.ts";

/** A call that answers some of the keys asked for. */
export interface Part<Key, T> {
  readonly keys: readonly Key[];
  read(): Promise<ReadonlyMap<Key, Reading<T>>>;
}

/**
 * Reads the parts side by side, so that one failed call costs its own keys only.
 *
 * @throws the error when every part failed, PartialFailure when some did
 */
export async function gather<Key, T>(parts: readonly Part<Key, T>[]): Promise<ReadonlyMap<Key, Reading<T>>> {
  const readings = new Map<Key, Reading<T>>();
  const failures = new Map<Key, Error>();
  const lost: Error[] = [];
  const keep = (found: ReadonlyMap<Key, Reading<T>>) => {
    for (const [key, reading] of found) readings.set(key, reading);
  };
  await Promise.all(
    parts.map(async ({ keys, read }) => {
      try {
        keep(await read());
      } catch (error) {
        if (error instanceof PartialFailure) {
          keep(error.readings);
          for (const [key, reason] of error.failures) failures.set(key as Key, reason);
          return;
        }
        lost.push(error as Error);
        for (const key of keys) failures.set(key, error as Error);
      }
    }),
  );
  const [first] = lost;
  if (first && lost.length === parts.length) throw first;
  if (failures.size > 0) throw new PartialFailure(readings, failures);
  return readings;
}

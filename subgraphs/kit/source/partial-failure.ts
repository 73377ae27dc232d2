import type { Reading } from "./source.ts";

/** Thrown by a source that could answer some keys and failed for others, so that the ones do not suffer for the others. */
export class PartialFailure<Key, T> extends Error {
  override readonly name = "PartialFailure";
  readonly readings: ReadonlyMap<Key, Reading<T>>;
  /** By key; a key that is neither here nor in `readings` is one that the source has nothing for. */
  readonly failures: ReadonlyMap<Key, Error>;

  constructor(readings: ReadonlyMap<Key, Reading<T>>, failures: ReadonlyMap<Key, Error>) {
    super(`${failures.size} keys could not be read`);
    this.readings = readings;
    this.failures = failures;
  }
}

/** Sums that replicas share, such as the calls made to an upstream in this minute. */
export interface Counters {
  /**
   * Adds to the sum of the current window, which begins at a multiple of `windowMs` since 1970.
   *
   * @param amount may be negative, to give back
   * @returns the sum with it
   */
  add(key: string, amount: number, windowMs: number): Promise<number>;
}

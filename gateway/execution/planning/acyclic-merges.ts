import { MultiMap } from "@apollo/federation-internals";

/** One fetch in the making; the planner does not export its class. */
interface FetchGroup {
  isDescendantOf(other: FetchGroup): boolean;
  mergeInWithAllDependencies(other: FetchGroup): void;
}

/**
 * Keeps the planner from merging two fetches of which one waits for the other: what it makes of them waits for itself,
 * and planning would not end before the memory does. The planner's Rust edition got that right in 2024
 * (apollographql/router#5797). The class is had from the first collection of fetches, which is made to find those to merge.
 */
export function keepMergesAcyclic(): void {
  const { add } = MultiMap.prototype;
  MultiMap.prototype.add = function (key: unknown, value: unknown) {
    if (isFetchGroup(value)) {
      MultiMap.prototype.add = add;
      guard(Object.getPrototypeOf(value) as FetchGroup);
    }
    return add.call(this, key, value);
  };
}

function isFetchGroup(value: unknown): value is FetchGroup {
  return typeof (value as Partial<FetchGroup> | null)?.mergeInWithAllDependencies === "function";
}

function guard(prototype: FetchGroup): void {
  const merge = prototype.mergeInWithAllDependencies;
  prototype.mergeInWithAllDependencies = function (this: FetchGroup, other) {
    if (!this.isDescendantOf(other) && !other.isDescendantOf(this)) merge.call(this, other);
  };
}

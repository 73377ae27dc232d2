import fc from "fast-check";

/** Random choices that fast-check can replay and shrink. */
export interface Dice {
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  /** True in so many of a hundred throws. */
  chance(percent: number): boolean;
  oneOf<T>(items: readonly T[]): T;
  /** Each item in so many of a hundred throws, and at least one when there is one. */
  someOf<T>(items: readonly T[], percent: number): T[];
}

/** @param draw what `fc.gen()` gives to a property */
export function createDice(draw: <T>(arbitrary: () => fc.Arbitrary<T>) => T): Dice {
  const below = (bound: number) => draw(() => fc.nat({ max: bound - 1 }));
  const dice: Dice = {
    below,
    // Numbers shrink to 0, which leaves a thing out.
    chance: (percent) => below(100) >= 100 - percent,
    oneOf(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("One of nothing");
      return item;
    },
    someOf(items, percent) {
      const some = items.filter(() => dice.chance(percent));
      return some.length > 0 || items.length === 0 ? some : [dice.oneOf(items)];
    },
  };
  return dice;
}

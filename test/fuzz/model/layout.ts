import type { Dice } from "../dice.ts";
import { createKeys, type Keys } from "./keys.ts";
import type { Gap } from "./model.ts";

/** Which subgraph knows which type. */
export interface Layout {
  readonly subgraphs: readonly string[];
  readonly entities: ReadonlyMap<string, EntityPlace>;
  /** The subgraphs of each type whose objects have no identity. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The subgraphs of a value type that each of them knows in part. */
  readonly split: readonly string[] | undefined;
  readonly thing: ThingPlace | undefined;
}

export interface EntityPlace {
  readonly keys: Keys;
  readonly gap: Gap | undefined;
}

/** An interface whose members are entities with an id. */
export interface ThingPlace {
  readonly members: readonly string[];
  /** The subgraph in which it has a key. */
  readonly home: string;
  readonly objectIn: readonly string[];
}

export const splitName = "Patch";

export function createLayout(dice: Dice): Layout {
  const subgraphs = ["a", "b", "c", "d"].slice(0, 2 + dice.below(3));
  const names = ["Ant", "Bee", "Cat"].slice(0, 1 + dice.below(3));
  const thing = dice.chance(50) ? createThing(dice, subgraphs, names) : undefined;
  const entities = names.map((name): [string, EntityPlace] => [name, createEntity(dice, subgraphs, name, thing)]);
  const spot = dice.someOf(subgraphs, 60);
  const mark = subgraphs.filter((subgraph) => spot.includes(subgraph) || dice.chance(30));
  return {
    subgraphs,
    entities: new Map(entities),
    values: new Map([["Spot", spot], ...(dice.chance(50) ? [["Mark", mark] as const] : [])]),
    split: dice.chance(50) ? twoOf(dice, subgraphs) : undefined,
    thing,
  };
}

function createThing(dice: Dice, subgraphs: readonly string[], names: readonly string[]): ThingPlace {
  const home = dice.oneOf(subgraphs);
  const others = subgraphs.filter((subgraph) => subgraph !== home);
  return { members: dice.someOf(names, 70), home, objectIn: dice.chance(60) ? dice.someOf(others, 30) : [] };
}

function createEntity(
  dice: Dice,
  subgraphs: readonly string[],
  name: string,
  thing: ThingPlace | undefined,
): EntityPlace {
  const isMember = thing?.members.includes(name) === true;
  const home = isMember ? thing.home : undefined;
  // A subgraph that knows the interface as an object knows none of its members.
  const possible = subgraphs.filter((subgraph) => !(isMember && thing.objectIn.includes(subgraph)));
  const some = dice.someOf(possible, 75);
  const own = possible.filter((subgraph) => subgraph === home || some.includes(subgraph));
  const stubs = possible.filter((subgraph) => !own.includes(subgraph) && dice.chance(30));
  const gaps = own.filter((subgraph) => subgraph !== home);
  const gap =
    own.length > 1 && dice.chance(25) ? { subgraph: dice.oneOf(gaps), isFailure: dice.chance(50) } : undefined;
  return { keys: createKeys(dice, { subgraphs: own, stubs, gap: gap?.subgraph, home }), gap };
}

/** Two of the items, or more. */
function twoOf(dice: Dice, items: readonly string[]): string[] {
  const first = dice.oneOf(items);
  const others = dice.someOf(
    items.filter((item) => item !== first),
    40,
  );
  return items.filter((item) => item === first || others.includes(item));
}

/** The subgraphs that may add fields to an entity. */
export function resolversOf({ keys, gap }: EntityPlace): string[] {
  return [...keys]
    .filter(([name, own]) => name !== gap?.subgraph && own.some((key) => key.isResolvable))
    .map(([name]) => name);
}

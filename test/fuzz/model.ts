import type { Dice } from "./dice.ts";

/** A graph made up for one case: its types, who serves what, and rules that give every field a value. */
export interface Model {
  readonly subgraphs: readonly string[];
  readonly entities: readonly Entity[];
  readonly thing: Thing | undefined;
  readonly union: Union | undefined;
  readonly roots: readonly Field[];
}

export interface Entity {
  readonly name: string;
  /** Subgraphs that know it, each with the keys by which it finds it. */
  readonly keys: ReadonlyMap<string, readonly KeyName[]>;
  readonly fields: readonly Field[];
}

export type KeyName = "id" | "code" | "id code";

/** An interface of some entities. */
export interface Thing {
  readonly members: readonly string[];
  /** Subgraphs that define it. */
  readonly subgraphs: readonly string[];
  /** The subgraph that knows it as an object, with the fields it gives to all members. */
  readonly object: { readonly subgraph: string; readonly fields: readonly Field[] } | undefined;
}

export interface Union {
  readonly members: readonly string[];
  readonly subgraph: string;
}

export interface Field {
  readonly name: string;
  /** Subgraphs that resolve it. */
  readonly owners: readonly string[];
  readonly type: FieldType;
  /** Whether it takes `x: Int` and `tags: [String!]`. */
  readonly hasArguments: boolean;
  /** Whether it throws for some objects. */
  readonly isFaulty: boolean;
  readonly isInaccessible: boolean;
  /** The field of the same entity that its owner needs to compute it, with the argument `x`. */
  readonly requires: { readonly field: string; readonly x: number | undefined } | undefined;
  /** A field of the target that its owner gives along. */
  readonly provides: string | undefined;
}

export interface FieldType {
  readonly base: string;
  readonly isLeaf: boolean;
  /** From the outside in: `!` and `[`. `["!", "[", "["]` is `[[T]]!`. */
  readonly wraps: readonly string[];
}

const leaves = ["String", "Int", "Boolean", "Float", "ID", "Color"];
const wrappings: readonly (readonly string[])[] = [
  [],
  [],
  [],
  ["!"],
  ["["],
  ["!", "[", "!"],
  ["[", "!"],
  ["[", "["],
  ["[", "!", "[", "!"],
];
const names = ["one", "two", "three", "four", "five", "constructor", "toString", "code2"];

export function createModel(dice: Dice): Model {
  const subgraphs = ["a", "b", "c", "d"].slice(0, 2 + dice.below(3));
  const entityNames = ["Ant", "Bee", "Cat"].slice(0, 1 + dice.below(3));
  const known = new Map(entityNames.map((name) => [name, dice.someOf(subgraphs, 70)]));
  const thing = dice.chance(60) ? createThing(dice, subgraphs, known) : undefined;
  const union = createUnion(dice, subgraphs, known);
  const targetsIn = (subgraph: string): string[] => [
    ...entityNames.filter((name) => known.get(name)?.includes(subgraph)),
    ...(thing?.subgraphs.includes(subgraph) ? ["Thing"] : []),
    ...(thing?.object?.subgraph === subgraph ? ["Thing"] : []),
    ...(union?.subgraph === subgraph ? ["Any"] : []),
    "Point",
  ];

  const entities = entityNames.map((name): Entity => {
    const own = known.get(name) ?? [];
    const keys = new Map(own.map((subgraph) => [subgraph, keysFor(dice, name, thing)]));
    const plain = names
      .filter(() => dice.chance(60))
      .map((field) => createField(dice, field, dice.someOf(own, 30), targetsIn));
    return { name, keys, fields: [...plain, ...createRequiring(dice, plain, own)] };
  });
  const roots = subgraphs.flatMap((subgraph) => targetsIn(subgraph).map((base) => createRoot(dice, subgraph, base)));
  return { subgraphs, entities: entities.map((entity) => withProvides(dice, entity, entities)), thing, union, roots };
}

function createThing(dice: Dice, subgraphs: readonly string[], known: Map<string, string[]>): Thing {
  const members = dice.someOf([...known.keys()], 70);
  const home = dice.oneOf(subgraphs);
  const others = subgraphs.filter((subgraph) => subgraph !== home);
  const object = dice.chance(50)
    ? { subgraph: dice.oneOf(others), fields: [leafField(dice, "extra"), leafField(dice, "more")] }
    : undefined;
  for (const member of members) {
    const own = new Set([...(known.get(member) ?? []), home]);
    // A subgraph that knows the interface as an object knows none of its members.
    if (object) own.delete(object.subgraph);
    known.set(member, [...own]);
  }
  const fields = object?.fields.map((field) => ({ ...field, owners: [object.subgraph] }));
  return { members, subgraphs: [home], object: object && fields && { subgraph: object.subgraph, fields } };
}

function createUnion(dice: Dice, subgraphs: readonly string[], known: Map<string, string[]>): Union | undefined {
  const subgraph = dice.oneOf(subgraphs);
  const members = [...known].filter(([, own]) => own.includes(subgraph)).map(([name]) => name);
  return dice.chance(50) && members.length > 0 ? { members, subgraph } : undefined;
}

function keysFor(dice: Dice, entity: string, thing: Thing | undefined): KeyName[] {
  if (thing?.members.includes(entity)) return dice.chance(30) ? ["id", "code"] : ["id"];
  return dice.oneOf<KeyName[]>([
    ["id"],
    ["id"],
    ["id", "code"],
    ["code", "id"],
    ["code"],
    ["id code"],
    ["id", "id code"],
  ]);
}

function createField(
  dice: Dice,
  name: string,
  owners: readonly string[],
  targetsIn: (subgraph: string) => string[],
): Field {
  const leaf = leafField(dice, name);
  const [first = ""] = owners;
  if (dice.chance(60)) return { ...leaf, owners, isInaccessible: dice.chance(8) };
  const base = dice.oneOf(
    targetsIn(first).filter((target) => owners.every((owner) => targetsIn(owner).includes(target))),
  );
  return { ...leaf, owners, type: { base, isLeaf: false, wraps: dice.oneOf(wrappings) } };
}

function leafField(dice: Dice, name: string): Field {
  return {
    name,
    owners: [],
    type: { base: dice.oneOf(leaves), isLeaf: true, wraps: dice.oneOf(wrappings) },
    hasArguments: dice.chance(35),
    isFaulty: dice.chance(12),
    isInaccessible: false,
    requires: undefined,
    provides: undefined,
  };
}

function createRequiring(dice: Dice, fields: readonly Field[], subgraphs: readonly string[]): Field[] {
  const candidates = fields.filter(
    ({ type, isFaulty, owners }) => type.isLeaf && !isFaulty && owners.length < subgraphs.length,
  );
  if (candidates.length === 0) return [];
  return ["sumA", "sumB"]
    .filter(() => dice.chance(50))
    .map((name) => {
      const needed = dice.oneOf(candidates);
      const owner = dice.oneOf(subgraphs.filter((subgraph) => !needed.owners.includes(subgraph)));
      return {
        ...leafField(dice, name),
        type: { base: "String", isLeaf: true, wraps: [] },
        owners: [owner],
        hasArguments: false,
        requires: { field: needed.name, x: needed.hasArguments && dice.chance(80) ? dice.below(3) : undefined },
      };
    });
}

function createRoot(dice: Dice, subgraph: string, base: string): Field {
  const wraps = dice.oneOf(wrappings);
  return {
    ...leafField(dice, `${base.toLowerCase()}From${subgraph}`),
    owners: [subgraph],
    type: { base, isLeaf: false, wraps },
  };
}

/** Lets some relations give a field along that their own subgraph does not resolve otherwise. */
function withProvides(dice: Dice, entity: Entity, entities: readonly Entity[]): Entity {
  const fields = entity.fields.map((field) => {
    const target = entities.find(({ name }) => name === field.type.base);
    const [owner = ""] = field.owners;
    if (!target || field.owners.length > 1 || !target.keys.has(owner) || !dice.chance(40)) return field;
    const given = target.fields.find(
      ({ type, owners, requires, isInaccessible }) =>
        type.isLeaf && !owners.includes(owner) && !requires && !isInaccessible,
    );
    return given ? { ...field, provides: given.name } : field;
  });
  return { ...entity, fields };
}

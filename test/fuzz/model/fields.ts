import type { Dice } from "../dice.ts";
import { createArguments } from "./arguments.ts";
import type { Draft } from "./draft.ts";
import { leafType, typeOf } from "./field-types.ts";
import { splitName } from "./layout.ts";
import type { Bases, Field, FieldType } from "./model.ts";

/** Some of them mean something to JavaScript. */
const names = ["one", "two", "three", "constructor", "toString", "code2", "then", "length", "toJSON"];

export function newField(dice: Dice, name: string, owners: readonly string[], type: FieldType): Field {
  return { ...plainField(name, owners, type), args: createArguments(dice), isFaulty: dice.chance(18) };
}

export function plainField(name: string, owners: readonly string[], type: FieldType): Field {
  return {
    name,
    kind: "plain",
    owners,
    type,
    args: [],
    isFaulty: false,
    isInaccessible: false,
    requires: [],
    provides: [],
    overrides: undefined,
    looseIn: [],
    extraIn: undefined,
  };
}

export function addPlainFields(dice: Dice, draft: Draft, bases: Bases): void {
  // Every subgraph has something to say of a type without keys.
  const first = newField(dice, "first", draft.resolvers, leafType(dice));
  if (draft.kind !== "entity") draft.fields.push(calm(draft, first));
  for (const name of names.filter(() => dice.chance(45))) draft.fields.push(createPlain(dice, draft, name, bases));
}

function createPlain(dice: Dice, draft: Draft, name: string, bases: Bases): Field {
  const { kind, resolvers, gap } = draft;
  const isInGap = gap !== undefined && dice.chance(35);
  const pool = isInGap ? [gap.subgraph] : resolvers;
  const base = dice.chance(40) ? pickBase(dice, draft, pool, bases) : undefined;
  const possible = base === undefined ? pool : pool.filter((subgraph) => bases.subgraphsOf(base).includes(subgraph));
  const owners = kind === "value" ? pool : base === splitName ? possible : dice.someOf(possible, 20);
  if (base !== undefined && bases.possible(base, owners).length > 0) {
    const relation = newField(dice, name, owners, typeOf(dice, base));
    return calm(draft, { ...relation, isInaccessible: kind === "entity" && !isInGap && dice.chance(15) });
  }
  const leaf = newField(dice, name, owners, leafType(dice));
  const isInaccessible = kind === "entity" && dice.chance(8);
  const isLoose = leaf.type.wraps[0] === "!" && !leaf.isFaulty && owners.length > 1 && dice.chance(30);
  return calm(draft, { ...leaf, isInaccessible, looseIn: isLoose ? [dice.oneOf(owners)] : [] });
}

function pickBase(dice: Dice, { kind, name }: Draft, pool: readonly string[], bases: Bases): string | undefined {
  const found = bases.names.filter((base) => {
    const subgraphs = bases.subgraphsOf(base);
    const isEverywhere = pool.every((subgraph) => subgraphs.includes(subgraph));
    // What is split can only be asked again through a field that all of its subgraphs have.
    if (base === splitName) return kind === "entity" && subgraphs.every((subgraph) => pool.includes(subgraph));
    if (kind === "value") return isEverywhere && base !== name && !(name === "Mark" && base === "Spot");
    return pool.some((subgraph) => subgraphs.includes(subgraph));
  });
  return found.length > 0 ? dice.oneOf(found) : undefined;
}

/**
 * In a value type what may fail may be null: such objects are required, and planners ask for what is required and for
 * what the client selects beside it in one go, so that a failing one that must not be null would empty the other.
 */
function calm({ kind }: Draft, field: Field): Field {
  const mayFail = field.isFaulty || !field.type.isLeaf;
  if (kind !== "value" || !mayFail || field.type.wraps[0] !== "!") return field;
  return { ...field, type: { ...field.type, wraps: field.type.wraps.slice(1) } };
}

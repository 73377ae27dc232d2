import type { Dice } from "../dice.ts";
import type { Draft } from "./draft.ts";
import { externalsIn } from "./externals.ts";
import type { Field, ObjectType } from "./model.ts";

/** Lets some fields of entities be taken over from a subgraph that still declares them. */
export function withOverrides(dice: Dice, objects: readonly ObjectType[], drafts: readonly Draft[]): ObjectType[] {
  function overriddenIn({ name }: ObjectType, { kind, owners, requires, provides, isInaccessible, ...field }: Field) {
    const draft = drafts.find((candidate) => candidate.name === name);
    if (draft?.kind !== "entity" || kind === "key" || owners.length > 1 || isInaccessible) return undefined;
    if (!field.type.isLeaf || requires.length > 0 || provides.length > 0 || !dice.chance(10)) return undefined;
    const others = draft.resolvers.filter(
      (subgraph) => !owners.includes(subgraph) && !externalsIn(objects, name, subgraph).has(field.name),
    );
    return others.length > 0 ? dice.oneOf(others) : undefined;
  }

  return objects.map((object) => ({
    ...object,
    fields: object.fields.map((field) => ({ ...field, overrides: overriddenIn(object, field) })),
  }));
}

import type { Dice } from "../dice.ts";
import { externalsIn } from "./externals.ts";
import type { Field, ObjectType } from "./model.ts";

/** Lets one of the owners of a field take an argument that clients do not know, because the others do not take it. */
export function withExtraArguments(dice: Dice, objects: readonly ObjectType[]): ObjectType[] {
  function extraIn({ name, keys }: ObjectType, { kind, owners, ...field }: Field): string | undefined {
    if (kind === "key" || owners.length < 2 || !dice.chance(10)) return undefined;
    const isMentioned = [...keys.keys()].some((subgraph) => externalsIn(objects, name, subgraph).has(field.name));
    return isMentioned ? undefined : dice.oneOf(owners);
  }

  return objects.map((object) => ({
    ...object,
    fields: object.fields.map((field) => ({ ...field, extraIn: extraIn(object, field) })),
  }));
}

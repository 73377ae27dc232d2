import type { Dice } from "../dice.ts";
import { createConstants } from "./arguments.ts";
import type { Draft } from "./draft.ts";
import { leafType, typeOf } from "./field-types.ts";
import { newField, plainField } from "./fields.ts";
import type { Field, Interface } from "./model.ts";

/** The fields that subgraphs give to all members of an interface which they know as an object. */
export function withObjectFields(dice: Dice, one: Interface, drafts: readonly Draft[]): Interface {
  const { objectIn } = one;
  if (objectIn.length === 0) return one;
  const owners = () => dice.someOf(objectIn, 40);
  // None leads back to the interface itself, for with each such step the planner's work is squared.
  const targets = drafts.filter(
    ({ kind, keys }) => kind !== "split" && objectIn.every((subgraph) => keys.has(subgraph)),
  );
  const target = targets.length > 0 && dice.chance(60) ? dice.oneOf(targets) : undefined;
  const more = target && target.gap === undefined ? typeOf(dice, target.name) : leafType(dice);
  const objectFields = [newField(dice, "extra", owners(), leafType(dice)), newField(dice, "more", owners(), more)];
  const needed = dice.chance(60) ? neededOf(one, drafts) : undefined;
  if (!needed) return { ...one, objectFields };
  const sum = plainField("sumAll", [dice.oneOf(objectIn)], { base: "String", isLeaf: true, wraps: [] });
  const requires = [{ field: needed.name, args: createConstants(dice, needed.args), inner: [] }];
  return { ...one, objectFields: [...objectFields, { ...sum, requires }] };
}

/**
 * A field of the interface that never fails, and that the interface has wherever it is found: the planner does not go
 * to the members one by one for what is required of all.
 */
function neededOf({ fields, local, keyed }: Interface, drafts: readonly Draft[]): Field | undefined {
  return fields.find(({ name, kind, type }) => {
    const own = drafts.flatMap((draft) => draft.fields.filter((field) => field.name === name));
    const isDeclared = [...keyed].every((subgraph) => local.get(subgraph)?.fields.includes(name));
    return kind === "plain" && type.isLeaf && isDeclared && own.every(({ isFaulty }) => !isFaulty);
  });
}

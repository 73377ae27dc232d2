import type { Dice } from "../dice.ts";
import type { Draft } from "./draft.ts";
import { plainField } from "./fields.ts";
import { keyFieldsIn } from "./keys.ts";
import type { Field, KeyField, ObjectType } from "./model.ts";

const types: Readonly<Record<KeyField, { readonly base: string; readonly wraps: readonly string[] }>> = {
  id: { base: "ID", wraps: ["!"] },
  code: { base: "String", wraps: ["!"] },
  ref: { base: "Ref", wraps: ["!"] },
  refs: { base: "Ref", wraps: ["!", "[", "!"] },
};

/** The finished type, with the fields of its keys. */
export function withKeyFields(dice: Dice, { name, keys, gap, fields }: Draft): ObjectType {
  const isVisible = fields.some(({ isInaccessible }) => !isInaccessible);
  const keyFields = (["id", "code", "ref", "refs"] as const).flatMap((key): Field[] => {
    const owners = [...keys.keys()].filter((subgraph) => keyFieldsIn(keys, subgraph).has(key));
    if (owners.length === 0) return [];
    const { base, wraps } = types[key];
    const isLoose = key !== "id" && dice.chance(20);
    const type = { base, isLeaf: base !== "Ref", wraps: isLoose ? wraps.slice(1) : wraps };
    const field = plainField(key, owners, type);
    return [{ ...field, kind: "key", isInaccessible: key !== "id" && isVisible && dice.chance(20) }];
  });
  return { name, keys, gap, fields: [...keyFields, ...fields] };
}

/** What keys hold that are objects. */
export function referenceType(drafts: readonly Draft[]): ObjectType[] {
  const subgraphs = new Set<string>();
  for (const { keys } of drafts) {
    for (const subgraph of keys.keys()) {
      const fields = keyFieldsIn(keys, subgraph);
      if (fields.has("ref") || fields.has("refs")) subgraphs.add(subgraph);
    }
  }
  if (subgraphs.size === 0) return [];
  const id = plainField("id", [...subgraphs], { base: "ID", isLeaf: true, wraps: ["!"] });
  const keys = new Map([...subgraphs].map((subgraph) => [subgraph, []]));
  return [{ name: "Ref", keys, fields: [{ ...id, kind: "key" }], gap: undefined }];
}

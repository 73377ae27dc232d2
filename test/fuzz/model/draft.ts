import { type Keys, keyFieldsIn } from "./keys.ts";
import { type Layout, resolversOf, splitName } from "./layout.ts";
import type { Field, Gap } from "./model.ts";

/** An object type whose fields are being made up. */
export interface Draft {
  readonly name: string;
  readonly keys: Keys;
  readonly gap: Gap | undefined;
  /** Subgraphs that may resolve its fields; all of them do where it has no identity and is not split. */
  readonly resolvers: readonly string[];
  readonly kind: "entity" | "value" | "split";
  readonly fields: Field[];
}

export function createDrafts({ entities, values, split }: Layout): Draft[] {
  const drafts: Draft[] = [];
  for (const [name, place] of entities) {
    const fields: Field[] = [];
    drafts.push({ name, keys: place.keys, gap: place.gap, resolvers: resolversOf(place), kind: "entity", fields });
  }
  const withoutKeys = (name: string, kind: "value" | "split", subgraphs: readonly string[]): Draft => {
    const keys: Keys = new Map(subgraphs.map((subgraph) => [subgraph, []]));
    return { name, keys, gap: undefined, resolvers: subgraphs, kind, fields: [] };
  };
  for (const [name, subgraphs] of values) drafts.push(withoutKeys(name, "value", subgraphs));
  if (split) drafts.push(withoutKeys(splitName, "split", split));
  return drafts;
}

/** Whether the type has the field in the subgraph, as its own. */
export function isResolvedIn({ keys, fields }: Draft, name: string, subgraph: string): boolean {
  return (
    [...keyFieldsIn(keys, subgraph)].some((key) => key === name) ||
    fields.some((field) => field.name === name && field.owners.includes(subgraph))
  );
}

import type { Dice } from "../dice.ts";
import type { Key, KeyField } from "./model.ts";

export type Keys = ReadonlyMap<string, readonly Key[]>;

const choices: readonly (readonly (readonly KeyField[])[])[] = [
  [["id"]],
  [["id"]],
  [["id"], ["code"]],
  [["code"], ["id"]],
  [["code"]],
  [["ref"]],
  [["ref", "id"], ["code"]],
  [["refs"], ["id"]],
  [["id", "code"]],
  [["id"], ["id", "code"]],
];

export interface KeysOptions {
  /** Subgraphs that resolve the entity. */
  readonly subgraphs: readonly string[];
  /** Subgraphs that only refer to it. */
  readonly stubs: readonly string[];
  /** A subgraph that is only asked about objects, and gives none. */
  readonly gap: string | undefined;
  /** A subgraph that must find it by id. */
  readonly home: string | undefined;
}

/** Keys with which every subgraph that gives an object leads to every other one that resolves it. */
export function createKeys(dice: Dice, { subgraphs, stubs, gap, home }: KeysOptions): Keys {
  const keys = new Map<string, readonly Key[]>();
  for (const subgraph of subgraphs) {
    if (subgraph === gap) continue;
    const own = dice.oneOf(choices).map(resolvable);
    const hasId = own.some(({ fields }) => fields.length === 1 && fields[0] === "id");
    keys.set(subgraph, subgraph === home && !hasId ? [...own, resolvable(["id"])] : own);
  }
  connect(dice, keys);
  const all = [...keys.values()].flat();
  if (gap !== undefined) keys.set(gap, [dice.oneOf(all)]);
  for (const stub of stubs) keys.set(stub, [{ ...dice.oneOf(all), isResolvable: false }]);
  return keys;
}

function resolvable(fields: readonly KeyField[]): Key {
  return { fields, isResolvable: true };
}

function connect(dice: Dice, keys: Map<string, readonly Key[]>): void {
  for (const start of keys.keys()) {
    for (;;) {
      const { reached, fields } = reach(keys, start);
      const lost = [...keys.keys()].find((subgraph) => !reached.has(subgraph));
      if (lost === undefined) break;
      keys.set(lost, [...(keys.get(lost) ?? []), resolvable([dice.oneOf([...fields])])]);
    }
  }
}

/** Where one gets to from a subgraph, and with which fields at hand. */
function reach(keys: Keys, start: string): { reached: Set<string>; fields: Set<KeyField> } {
  const reached = new Set<string>();
  const fields = new Set<KeyField>();
  for (let next: string | undefined = start; next !== undefined; ) {
    reached.add(next);
    for (const key of keys.get(next) ?? []) for (const field of key.fields) fields.add(field);
    const isOpen = ([subgraph, own]: [string, readonly Key[]]) =>
      !reached.has(subgraph) && own.some((key) => key.fields.every((field) => fields.has(field)));
    next = [...keys].find(isOpen)?.[0];
  }
  return { reached, fields };
}

/** The fields of the keys of a subgraph. */
export function keyFieldsIn(keys: Keys, subgraph: string): ReadonlySet<KeyField> {
  return new Set((keys.get(subgraph) ?? []).flatMap(({ fields }) => fields));
}

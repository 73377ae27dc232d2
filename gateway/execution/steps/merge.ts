import type { FetchDataRewrite } from "@apollo/query-planner";
import { Kind, type SelectionSetNode } from "graphql";
import { type Data, isObject } from "../../data-sources/data-source.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import { ownValue } from "./place.ts";

/** The keys that a subgraph answers, with those of the objects below; none below a leaf. */
export type AnswerKeys = Map<string, AnswerKeys | undefined>;

/** What a selection is answered with, whatever the types of the objects. */
export function toAnswerKeys(selectionSet: SelectionSetNode, rewrites: readonly FetchDataRewrite[]): AnswerKeys {
  const keys: AnswerKeys = new Map();
  addKeys(keys, selectionSet);
  for (const rewrite of rewrites) if (rewrite.kind === "KeyRenamer") rename(keys, rewrite.path, rewrite.renameKeyTo);
  return keys;
}

function addKeys(keys: AnswerKeys, { selections }: SelectionSetNode): void {
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) addKeys(keys, node.selectionSet);
    if (node.kind !== Kind.FIELD) continue;
    const key = node.alias?.value ?? node.name.value;
    const inner = keys.get(key) ?? (node.selectionSet && new Map());
    if (inner && node.selectionSet) addKeys(inner, node.selectionSet);
    keys.set(key, inner);
  }
}

function rename(keys: AnswerKeys, path: readonly string[], to: string): void {
  const names = path.filter((step) => !step.startsWith("... on "));
  const last = names.pop();
  let place: AnswerKeys | undefined = keys;
  for (const name of names) place = place?.get(name);
  if (last === undefined || !place?.has(last)) return;
  const inner = place.get(last);
  const other = place.get(to);
  place.set(to, joined(other, inner));
  place.delete(last);
}

function joined(one: AnswerKeys | undefined, other: AnswerKeys | undefined): AnswerKeys | undefined {
  if (!one || !other) return one ?? other;
  const all = new Map(one);
  for (const [key, inner] of other) all.set(key, joined(one.get(key), inner));
  return all;
}

/**
 * Puts what a subgraph said of an object to what is known of it. Nothing is copied: parts of the answer become parts of
 * the data, and where both have an object its members are merged. What is known stays, except that null gives way.
 */
export function mergeInto(types: TypeIndex, target: Data, answer: Data, keys: AnswerKeys): void {
  for (const [key, inner] of keys) {
    const value = ownValue(answer, key);
    if (value === undefined) continue;
    const known = ownValue(target, key);
    if (known === undefined || known === null) target[key] = value;
    else if (key === "__typename") target[key] = moreConcrete(types, known, value);
    else if (inner && value !== known) mergeValues(types, known, value, inner);
  }
}

function mergeValues(types: TypeIndex, known: unknown, value: unknown, keys: AnswerKeys): void {
  if (Array.isArray(known) && Array.isArray(value)) {
    const length = Math.min(known.length, value.length);
    for (let index = 0; index < length; index++) {
      if (known[index] === null) known[index] = value[index];
      else mergeValues(types, known[index], value[index], keys);
    }
  } else if (isObject(known) && isObject(value)) {
    mergeInto(types, known, value, keys);
  }
}

/** A subgraph that knows only an interface object tells the name of the interface. */
function moreConcrete(types: TypeIndex, known: unknown, told: unknown): unknown {
  return typeof told === "string" && types.isObject(told) ? told : known;
}

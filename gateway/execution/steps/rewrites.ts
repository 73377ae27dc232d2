import type { FetchDataRewrite } from "@apollo/query-planner";
import { type Data, isObject } from "../../data-sources/data-source.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import { type ConcretePath, ownValue } from "./place.ts";

const fragment = "... on ";

/** Sets or renames members of what a subgraph gave, or is to get, as the plan says. */
export function applyRewrites(types: TypeIndex, rewrites: readonly FetchDataRewrite[], data: unknown): void {
  for (const rewrite of rewrites) apply(types, rewrite, 0, data);
}

/** Where the data have, after the rewrites, what a subgraph gave at a path. */
export function rewrittenPath(rewrites: readonly FetchDataRewrite[], path: ConcretePath): ConcretePath {
  let own = path;
  for (const rewrite of rewrites) {
    if (rewrite.kind !== "KeyRenamer") continue;
    const renamed = rewrite.path.filter((step) => !step.startsWith(fragment));
    const keys = [...own.entries()].filter(([, step]) => typeof step === "string").slice(0, renamed.length);
    const last = keys.at(-1);
    if (keys.length < renamed.length || !last || keys.some(([, key], index) => key !== renamed[index])) continue;
    own = own.with(last[0], rewrite.renameKeyTo);
  }
  return own;
}

function apply(types: TypeIndex, rewrite: FetchDataRewrite, depth: number, value: unknown): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const item of value) apply(types, rewrite, depth, item);
    return;
  }
  const object = value as Data;
  const step = rewrite.path[depth];
  if (step === undefined) return;
  if (step.startsWith(fragment)) {
    const typename = object["__typename"];
    // Where the type is not told, the plan means every object that stands here.
    const matches = typeof typename !== "string" || types.covers(step.slice(fragment.length), typename);
    if (matches) apply(types, rewrite, depth + 1, object);
  } else if (depth < rewrite.path.length - 1) {
    apply(types, rewrite, depth + 1, ownValue(object, step));
  } else if (rewrite.kind === "ValueSetter") {
    object[step] = rewrite.setValueTo;
  } else {
    const renamed = ownValue(object, step);
    if (renamed === undefined) return;
    // The plan may ask for one field under two names: for each type, and for all.
    object[rewrite.renameKeyTo] = joined(ownValue(object, rewrite.renameKeyTo), renamed);
    delete object[step];
  }
}

/** What two answers to one field say together. */
function joined(known: unknown, value: unknown): unknown {
  if (known === undefined || known === null) return value ?? known;
  if (Array.isArray(known) && Array.isArray(value)) return known.map((item, index) => joined(item, value[index]));
  if (isObject(known) && isObject(value)) {
    for (const key of Object.keys(value)) known[key] = joined(ownValue(known, key), value[key]);
  }
  return known;
}

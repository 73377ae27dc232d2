import type { FetchDataRewrite } from "@apollo/query-planner";
import type { Data } from "../../data-sources/data-source.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import { ownValue } from "./place.ts";

const fragment = "... on ";

/** Sets or renames members of what a subgraph gave, or is to get, as the plan says. */
export function applyRewrites(types: TypeIndex, rewrites: readonly FetchDataRewrite[], data: unknown): void {
  for (const rewrite of rewrites) apply(types, rewrite, 0, data);
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
    object[rewrite.renameKeyTo] = renamed;
    delete object[step];
  }
}

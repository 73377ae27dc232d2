import type { Data } from "../../data-sources/data-source.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import { isMeant, ownValue, type Place } from "./place.ts";

/** An argument that a call takes from an object around the one it asks about. */
export interface ContextArgument {
  readonly variable: string;
  /** How many fields up from the asked object the other one stands. */
  readonly up: number;
  /** Keys and type conditions (`... on Trip`) from there to the value. */
  readonly path: readonly string[];
}

const parent = "..";
const fragment = "... on ";

export function toContextArgument(variable: string, path: readonly string[]): ContextArgument {
  const up = path.filter((step) => step === parent).length;
  return { variable, up, path: path.slice(up) };
}

/** The arguments of each object that stands at a place, in the order in which the objects are found. */
export function contextsAt(data: Data, place: Place, args: readonly ContextArgument[], types: TypeIndex): Data[] {
  const found: Data[] = [];
  const around: unknown[] = [];

  function walk(value: unknown, depth: number): void {
    if (value === null || typeof value !== "object") return;
    const step = place[depth];
    if (Array.isArray(value)) {
      if (step === "@") for (const item of value) walk(item, depth + 1);
    } else if (step === undefined) {
      found.push(argumentsFrom(around, args, types));
    } else if (typeof step === "object") {
      if (isMeant(value, step)) walk(value, depth + 1);
    } else if (step !== "@") {
      around.push(value);
      walk(ownValue(value as Data, step), depth + 1);
      around.pop();
    }
  }

  walk(data, 0);
  return found;
}

function argumentsFrom(around: readonly unknown[], args: readonly ContextArgument[], types: TypeIndex): Data {
  const values: Data = {};
  for (const { variable, up, path } of args) {
    const value = valueAt(around[around.length - up], path, types);
    // Each type that sets the context has a path of its own; the others do not lead anywhere.
    if (value !== undefined) values[variable] = value;
  }
  return values;
}

function valueAt(from: unknown, path: readonly string[], types: TypeIndex): unknown {
  let value = from;
  for (const step of path) {
    if (value === null || typeof value !== "object") return undefined;
    const object = value as Data;
    if (!step.startsWith(fragment)) value = ownValue(object, step);
    else if (
      typeof object["__typename"] === "string" &&
      !types.covers(step.slice(fragment.length), object["__typename"])
    ) {
      return undefined;
    }
  }
  return value;
}

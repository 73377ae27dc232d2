import type { Data } from "../../data-sources/data-source.ts";

/** Where objects stand in the data. */
export type Place = readonly PlaceStep[];

/** A key, `@` for every item of a list, or the types of the objects that are meant among those there. */
export type PlaceStep = string | ReadonlySet<unknown>;

/** The keys on the way to a place, list items and types apart. */
export function keysOn(place: Place): readonly string[] {
  return place.filter((step): step is string => typeof step === "string" && step !== "@");
}

export type ConcretePath = readonly (string | number)[];

/** The objects that stand at a place, in order; one that stands there twice is there twice. */
export function objectsAt(data: Data, place: Place): Data[] {
  const found: Data[] = [];
  collect(data, place, 0, found);
  return found;
}

function collect(value: unknown, place: Place, depth: number, found: Data[]): void {
  if (value === null || typeof value !== "object") return;
  const step = place[depth];
  if (step === undefined) {
    if (!Array.isArray(value)) found.push(value as Data);
  } else if (typeof step === "object") {
    if (isMeant(value, step)) collect(value, place, depth + 1, found);
  } else if (step !== "@") {
    if (!Array.isArray(value)) collect(ownValue(value as Data, step), place, depth + 1, found);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, place, depth + 1, found);
  }
}

/** The paths of what {@link objectsAt} finds, in the same order. */
export function pathsAt(data: Data, place: Place): ConcretePath[] {
  const found: ConcretePath[] = [];
  const path: (string | number)[] = [];

  function walk(value: unknown, depth: number): void {
    if (value === null || typeof value !== "object") return;
    const step = place[depth];
    if (step === undefined) {
      if (!Array.isArray(value)) found.push([...path]);
    } else if (typeof step === "object") {
      if (isMeant(value, step)) walk(value, depth + 1);
    } else if (step !== "@") {
      if (!Array.isArray(value)) enter(step, ownValue(value as Data, step), depth);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) enter(index, item, depth);
    }
  }

  function enter(key: string | number, value: unknown, depth: number): void {
    path.push(key);
    walk(value, depth + 1);
    path.pop();
  }

  walk(data, 0);
  return found;
}

export function isMeant(value: object, types: ReadonlySet<unknown>): boolean {
  return !Array.isArray(value) && types.has((value as Data)["__typename"]);
}

/**
 * A member of its own: fields may be called `constructor` or `toString`. What objects inherit under such names are
 * functions, which data never hold.
 */
export function ownValue(object: Data, key: string): unknown {
  const value = object[key];
  return typeof value === "function" ? undefined : value;
}

import { createHash } from "node:crypto";
import type { Field, Model } from "./model.ts";

/** An object of a made-up graph. Its id says what it is. */
export interface Handle {
  readonly __typename: string;
  readonly id: string;
  readonly [required: string]: unknown;
}

export interface FieldArguments {
  readonly x?: number | null;
  readonly tags?: readonly string[] | null;
}

const instances = 3;

/** The value that a field has on an object, in whichever schema it is asked. @throws where the field is faulty */
export function fieldValue(model: Model, owner: string, id: string, field: Field, args: FieldArguments): unknown {
  if (field.isFaulty && hash(owner, id, field.name, "fault") % 4 === 0) throw new Error(`${field.name} of ${id} fails`);
  const seed = [owner, id, field.name, JSON.stringify(args)];
  return wrap(model, field, field.type.wraps, seed);
}

function wrap(model: Model, field: Field, wraps: readonly string[], seed: readonly string[]): unknown {
  const [first, ...rest] = wraps;
  if (first === "!") return wrapPresent(model, field, rest, seed);
  return hash(...seed, "null") % 6 === 0 ? null : wrapPresent(model, field, wraps, seed);
}

function wrapPresent(model: Model, field: Field, wraps: readonly string[], seed: readonly string[]): unknown {
  if (wraps[0] !== "[") return baseValue(model, field, seed);
  const length = hash(...seed, "length") % 4;
  return Array.from({ length }, (_, index) => wrap(model, field, wraps.slice(1), [...seed, String(index)]));
}

function baseValue(model: Model, { type, owners }: Field, seed: readonly string[]): unknown {
  const number = hash(...seed);
  switch (type.base) {
    case "String":
      return `${seed.join(" ")} "é\\`;
    case "ID":
      return `id${number}`;
    case "Int":
      return number;
    case "Float":
      return number / 8;
    case "Boolean":
      return number % 2 === 0;
    case "Color":
      return ["RED", "GREEN"][number % 2];
    case "Point":
      return { __typename: "Point", id: `p${number % 50}` };
    case "Thing":
      return entity(model.thing?.members ?? [], number);
    case "Any":
      return entity(model.union?.members ?? [], number);
    default:
      return entity(owners.length > 0 ? [type.base] : [], number);
  }
}

function entity(names: readonly string[], number: number): Handle | null {
  const name = names[number % Math.max(1, names.length)];
  return name === undefined ? null : handleOf(`${name}_${(number >> 3) % instances}`);
}

/** @param id such as `Ant_2` */
export function handleOf(id: string): Handle {
  return { __typename: id.split("_")[0] ?? "", id };
}

export function codeOf({ id }: Handle): string {
  return `code of ${id}`;
}

/** What a field that requires another one makes of it. */
export function computed(name: string, needed: unknown): string {
  return `${name} of ${JSON.stringify(needed ?? null)}`;
}

function hash(...parts: readonly string[]): number {
  return createHash("sha1").update(parts.join("\n")).digest().readUInt16BE(0);
}

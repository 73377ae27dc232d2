import { GraphQLError } from "graphql";
import type { Field, Model, Provided } from "../model/model.ts";
import { hash } from "./hash.ts";

/** An object of a made-up graph. Its id says what it is. */
export interface Handle {
  readonly __typename: string;
  readonly id: string;
  /** What the relation through which it came gives along. */
  readonly provided?: readonly Provided[];
  /** What was required comes with a reference. */
  readonly [required: string]: unknown;
}

export type FieldArguments = Readonly<Record<string, unknown>>;

const instances = 3;
const lengths = [0, 1, 2, 2, 3];

/** The value that a field has on an object, in whichever schema it is asked. @throws where the field is faulty */
export function fieldValue(model: Model, owner: string, id: string, field: Field, args: FieldArguments): unknown {
  if (field.isFaulty && hash(owner, id, field.name, "fault") % 3 === 0) throw fault(field.name, id);
  const known = Object.fromEntries(field.args.flatMap(({ name }) => (name in args ? [[name, args[name]]] : [])));
  return wrap(model, field, field.type.wraps, [owner, id, field.name, JSON.stringify(known)]);
}

export function fault(name: string, id: string): GraphQLError {
  return new GraphQLError(`${name} of ${id} fails`, { extensions: { code: `FAULT_${name.toUpperCase()}` } });
}

function wrap(model: Model, field: Field, wraps: readonly string[], seed: readonly string[]): unknown {
  const [first, ...rest] = wraps;
  if (first === "!") return wrapPresent(model, field, rest, seed);
  return hash(...seed, "null") % 8 === 0 ? null : wrapPresent(model, field, wraps, seed);
}

function wrapPresent(model: Model, field: Field, wraps: readonly string[], seed: readonly string[]): unknown {
  if (wraps[0] !== "[") return field.type.isLeaf ? leafValue(field, seed) : objectValue(model, field, seed);
  const length = lengths[hash(...seed, "length") % lengths.length] ?? 0;
  return Array.from({ length }, (_, index) => wrap(model, field, wraps.slice(1), [...seed, String(index)]));
}

function leafValue({ type, owners }: Field, seed: readonly string[]): unknown {
  const number = hash(...seed);
  switch (type.base) {
    case "String":
      return `${seed.join(" ")} "é\\`;
    case "ID":
      return number % 2 === 0 ? `id${number}` : String(number);
    case "Int":
      return number - 30_000;
    case "Float":
      return (number - 30_000) / 8;
    case "Boolean":
      return number % 2 === 0;
    case "Color":
      return ["RED", "GREEN"][number % 2];
    case "Mood":
      return owners.length === 1 && number % 2 === 0 ? moodOf(owners[0] ?? "") : "CALM";
    default:
      return [{ z: number, a: [null, { __typename: "Ant", id: "0" }] }, [[number], []], "text", 0, false][number % 5];
  }
}

/** The mood that only one subgraph knows. */
export function moodOf(subgraph: string): string {
  return `WILD_${subgraph.toUpperCase()}`;
}

function objectValue({ bases }: Model, { type, owners }: Field, seed: readonly string[]): Handle {
  const number = hash(...seed);
  const possible = bases.possible(type.base, owners);
  const name = possible[number % possible.length];
  if (name === undefined) throw new Error(`No object can be a ${type.base} in ${owners.join(" and ")}`);
  return handleOf(`${name}_${(number >> 3) % instances}`);
}

/** @param id such as `Ant_2` */
export function handleOf(id: string): Handle {
  return { __typename: id.split("_")[0] ?? "", id };
}

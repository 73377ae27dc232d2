import { type Data, isObject } from "../../data-sources/data-source.ts";
import { type ConcretePath, ownValue } from "../steps/place.ts";
import type { AnswerPath } from "./project.ts";
import type { FieldShape, ObjectShape, ValueShape } from "./shape.ts";

const mostPaths = 100;

/**
 * Where the client sees what stands at a path of the data: under each name it gave to the fields on the way. A path
 * into what the client did not ask for, such as a key, ends at the last object that it did ask for.
 */
export function toClientPaths(shape: ObjectShape, data: Data, path: ConcretePath): AnswerPath[] {
  const found: AnswerPath[] = [];
  const own: (string | number)[] = [];

  function walk(value: ValueShape, at: unknown, depth: number): void {
    if (found.length >= mostPaths) return;
    const step = path[depth];
    if (step === undefined) {
      found.push([...own]);
    } else if (value.kind === "list" && typeof step === "number") {
      own.push(step);
      walk(value.item, Array.isArray(at) ? at[step] : undefined, depth + 1);
      own.pop();
    } else if (value.kind === "object" && typeof step === "string") {
      enter(value.shape, isObject(at) ? at : {}, step, depth);
    } else {
      found.push([...own]);
    }
  }

  function enter(inner: ObjectShape, at: Data, step: string, depth: number): void {
    const fields = fieldsUnder(inner, at["__typename"], step);
    if (!fields) found.push([...own]);
    for (const field of fields ?? []) {
      own.push(field.responseName);
      walk(field.value, ownValue(at, step), depth + 1);
      own.pop();
    }
  }

  walk({ kind: "object", nonNull: false, shape }, data, 0);
  return found;
}

/** What the client asked for under a key; empty where it asked so of other objects only, undefined where of none. */
function fieldsUnder(shape: ObjectShape, typename: unknown, step: string): readonly FieldShape[] | undefined {
  const isAsked = ({ key }: FieldShape) => key === step;
  const told = shape.forType(typename)?.fields.filter(isAsked) ?? [];
  if (told.length > 0) return told;
  // A subgraph may say which field of an object failed and not of which type the object is.
  const possible = shape.candidates(typename).find(({ fields }) => fields.some(isAsked));
  if (possible) return possible.fields.filter(isAsked);
  // A call may ask of all objects at a place what the client asks of some.
  return shape.candidates(undefined).some(({ fields }) => fields.some(isAsked)) ? [] : undefined;
}

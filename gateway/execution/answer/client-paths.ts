import type { Data } from "../../data-sources/data-source.ts";
import { type ConcretePath, ownValue } from "../steps/place.ts";
import type { AnswerPath } from "./project.ts";
import type { ObjectShape, ValueShape } from "./shape.ts";

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
    const fields = inner.forType(at["__typename"])?.fields.filter(({ key }) => key === step) ?? [];
    if (fields.length === 0) found.push([...own]);
    for (const field of fields) {
      own.push(field.responseName);
      walk(field.value, ownValue(at, step), depth + 1);
      own.pop();
    }
  }

  walk({ kind: "object", nonNull: false, shape }, data, 0);
  return found;
}

function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

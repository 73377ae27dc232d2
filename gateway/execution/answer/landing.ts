import { type Data, isObject } from "../../data-sources/data-source.ts";
import { ownValue } from "../steps/place.ts";
import type { AnswerPath } from "./project.ts";
import type { FieldShape, ObjectShape, ValueShape } from "./shape.ts";

/**
 * How much of an answer's path is left when what stands there cannot be had: everything from the last place on that
 * may be null. An empty path is the whole answer.
 */
export function landingOf(shape: ObjectShape, data: Data, path: AnswerPath): AnswerPath {
  let value: ValueShape = { kind: "object", nonNull: false, shape };
  let at: unknown = data;
  let length = 0;
  for (const [depth, step] of path.entries()) {
    // What is empty already has nothing below it, whatever the types there would allow.
    if (at === undefined || at === null) break;
    if (value.kind === "list") {
      value = value.item;
      at = Array.isArray(at) ? at[step as number] : undefined;
    } else {
      const field: FieldShape | undefined = value.kind === "object" ? fieldAt(value.shape, at, step) : undefined;
      if (!field) break;
      value = field.value;
      at = isObject(at) ? ownValue(at, field.key) : undefined;
    }
    if (!value.nonNull) length = depth + 1;
  }
  return path.slice(0, length);
}

function fieldAt(shape: ObjectShape, at: unknown, name: string | number): FieldShape | undefined {
  const typed = shape.forType(isObject(at) ? at["__typename"] : undefined);
  return typed?.fields.find(({ responseName }) => responseName === name);
}

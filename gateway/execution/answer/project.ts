import type { ErrorCode } from "../../../subgraphs/kit/errors.ts";
import { type Data, isObject } from "../../data-sources/data-source.ts";
import { ownValue } from "../steps/place.ts";
import { toLeaf } from "./leaf.ts";
import type { FieldShape, ObjectShape, TypedShape, ValueShape } from "./shape.ts";

export type AnswerPath = readonly (string | number)[];

/** What was wrong with the data at a place of the answer. */
export type Report = (path: AnswerPath, code: ErrorCode, message: string) => void;

export interface ProjectOptions {
  readonly data: Data;
  readonly shape: ObjectShape;
  /** Values of the fields that ask about the schema, by response name. */
  readonly introspection: Data;
  readonly report: Report;
}

/** Says that what was to be here has to be null, and its parent too unless it may be null itself. */
const gone = Symbol("gone");

/** The answer in exactly the shape asked for, with what is missing or of a wrong kind null as far up as it must be. */
export function project({ data, shape, introspection, report }: ProjectOptions): Data | null {
  const path: (string | number)[] = [];

  function fail(code: ErrorCode, message: string): void {
    report([...path], code, message);
  }

  function object(value: Data, target: ObjectShape): Data | null | typeof gone {
    const typed = target.forType(value["__typename"]);
    if (!typed) {
      if (target.isHidden(value["__typename"])) return null;
      fail("SUBGRAPH_MALFORMED", `An object here is not a ${target.place.name} that the schema knows.`);
      return gone;
    }
    if (typed.isOpen) {
      fail("SUBGRAPH_MALFORMED", untold);
      return gone;
    }
    const { fields, typename } = typed;
    // Most objects are what was asked for, and are given as they are. To read them key by key as they come is fastest.
    let index = 0;
    for (const key in value) {
      const field = fields[index];
      if (field?.key !== key || field.responseName !== key) return copy(value, typed, index);
      const own = value[key];
      const child = member(own, field, typename);
      if (child === gone) return gone;
      if (child !== own) return copy(value, typed, index, child);
      index++;
    }
    return index === fields.length ? value : copy(value, typed, index);
  }

  /**
   * An object made anew.
   *
   * @param done how many of the first fields are in the value as they are to be
   * @param next what the field after those is to be, where that is known
   */
  function copy(value: Data, { fields, typename }: TypedShape, done: number, next?: unknown): Data | typeof gone {
    const result: Data = {};
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as FieldShape;
      let child = ownValue(value, field.key);
      if (index === done && next !== undefined) child = next;
      else if (index >= done) child = member(child, field, typename);
      if (child === gone) return gone;
      if (field.responseName === "__proto__") Object.defineProperty(result, "__proto__", { ...plain, value: child });
      else result[field.responseName] = child;
    }
    return result;
  }

  function member(value: unknown, field: FieldShape, typename: string | undefined): unknown {
    const { value: shape, responseName } = field;
    const { kind } = shape;
    // The most frequent case first and without a path: a leaf that is what it should be.
    if (kind !== "object" && kind !== "list" && kind !== "enum" && value !== null && value !== undefined) {
      if (kind === "any") return value;
      const leaf =
        kind === "typename" || kind === "introspection" || kind === "denied" ? undefined : toLeaf(kind, value);
      if (leaf !== undefined) return leaf;
    }
    path.push(responseName);
    const result = special(field, typename, value);
    path.pop();
    return result;
  }

  function special(field: FieldShape, typename: string | undefined, value: unknown): unknown {
    const { value: shape, coordinate, responseName } = field;
    switch (shape.kind) {
      case "typename":
        if (typename !== undefined) return typename;
        fail("SUBGRAPH_MALFORMED", untold);
        return gone;
      case "introspection":
        return ownValue(introspection, responseName) ?? null;
      case "denied":
        fail("FIELD_DENIED", `${coordinate} is for signed-in clients only, and this server signs nobody in.`);
        return shape.nonNull ? gone : null;
      default:
        return complete(value, shape, coordinate);
    }
  }

  function complete(value: unknown, shape: ValueShape, coordinate: string): unknown {
    const result = value === null || value === undefined ? null : convert(value, shape, coordinate);
    if (result === gone) return shape.nonNull ? gone : null;
    if (result !== null || !shape.nonNull) return result;
    fail("SUBGRAPH_MALFORMED", `${coordinate} must not be null, and the services gave nothing to show.`);
    return gone;
  }

  /**
   * Gives `gone` when the value is not of its shape and the fault is reported, and null for one that is kept from
   * clients: that is nobody's fault.
   */
  function convert(value: unknown, shape: ValueShape, coordinate: string): unknown {
    switch (shape.kind) {
      case "object":
        return isObject(value) ? object(value, shape.shape) : wrong(coordinate);
      case "list":
        return Array.isArray(value) ? list(value, shape.item, coordinate) : wrong(coordinate);
      case "enum":
        if (shape.values.has(value)) return value;
        return shape.hidden.has(value) ? null : wrong(coordinate);
      case "typename":
      case "introspection":
      case "denied":
        return wrong(coordinate);
      default: {
        const leaf = toLeaf(shape.kind, value);
        return leaf === undefined ? wrong(coordinate) : leaf;
      }
    }
  }

  function list(values: readonly unknown[], item: ValueShape, coordinate: string): unknown {
    let result: unknown[] | undefined;
    let isGone = false;
    const depth = path.length;
    for (let index = 0; index < values.length; index++) {
      path[depth] = index;
      const value = complete(values[index], item, coordinate);
      if (value === gone) isGone = true;
      else if (result) result[index] = value;
      else if (value !== values[index]) {
        result = new Array(values.length);
        for (let before = 0; before < index; before++) result[before] = values[before];
        result[index] = value;
      }
    }
    path.length = depth;
    return isGone ? gone : (result ?? values);
  }

  function wrong(coordinate: string): typeof gone {
    fail("SUBGRAPH_MALFORMED", `The value of ${coordinate} is not of its type.`);
    return gone;
  }

  const answer = object(data, shape);
  return answer === gone ? null : answer;
}

const untold = "No service says which type the object here has.";
const plain = { enumerable: true, configurable: true, writable: true };

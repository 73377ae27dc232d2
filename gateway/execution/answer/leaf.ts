import type { LeafKind } from "./shape.ts";

const largestInt = 2 ** 31 - 1;
const smallestInt = -(2 ** 31);

/** A value as the client may get it, or undefined for one that is not of the kind. */
export function toLeaf(kind: LeafKind, value: unknown): unknown {
  switch (kind) {
    case "String":
      return typeof value === "string" ? value : undefined;
    case "ID":
      return typeof value === "string" ? value : Number.isInteger(value) ? String(value) : undefined;
    case "Int":
      return Number.isInteger(value) && (value as number) <= largestInt && (value as number) >= smallestInt
        ? value
        : undefined;
    case "Float":
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "Boolean":
      return typeof value === "boolean" ? value : undefined;
    case "any":
      return value;
  }
}

import type { Dice } from "../dice.ts";
import type { FieldType } from "./model.ts";

const leaves = ["String", "Int", "Boolean", "Float", "ID", "Color", "Mood", "Json"];
const wrappings: readonly (readonly string[])[] = [
  [],
  [],
  [],
  ["!"],
  ["["],
  ["!", "[", "!"],
  ["[", "!"],
  ["[", "["],
  ["[", "!", "[", "!"],
  ["!", "[", "!", "[", "["],
];

export function leafType(dice: Dice): FieldType {
  return { base: dice.oneOf(leaves), isLeaf: true, wraps: dice.oneOf(wrappings) };
}

export function typeOf(dice: Dice, base: string): FieldType {
  return { base, isLeaf: false, wraps: dice.oneOf(wrappings) };
}

export function printType({ base, wraps }: FieldType): string {
  return wraps.reduceRight((text, wrap) => (wrap === "!" ? `${text}!` : `[${text}]`), base);
}

/** The type for those who may be told null. */
export function loosened(type: FieldType): FieldType {
  return type.wraps[0] === "!" ? { ...type, wraps: type.wraps.slice(1) } : type;
}

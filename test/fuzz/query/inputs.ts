import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import type { Dice } from "../dice.ts";

/** Values of arguments as they are written, and the variables that they use. */
export interface Inputs {
  /** A literal, a variable, or a literal with variables in it. */
  value(type: GraphQLInputType): string;
  /** A condition of `@skip` or `@include` that holds or does not. */
  condition(holds: boolean): string;
  /** `($v0: Int = 3, ...)`, or nothing. */
  declared(): string;
  /** What a client sends for them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 3;

export function createInputs(dice: Dice): Inputs {
  const declarations = new Map<string, string>();
  const byType = new Map<string, string[]>();
  const variables: Record<string, unknown> = {};

  function newVariable(type: string, fallback: string | undefined): string {
    const name = dice.chance(15) ? `representations${declarations.size || ""}` : `v${declarations.size}`;
    declarations.set(name, `$${name}: ${type}${fallback === undefined ? "" : ` = ${fallback}`}`);
    byType.set(type, [...(byType.get(type) ?? []), name]);
    return name;
  }

  function variable(type: GraphQLInputType): string {
    const known = byType.get(String(type));
    if (known && dice.chance(40)) return `$${dice.oneOf(known)}`;
    if (dice.chance(25)) return withDefault(type);
    const name = newVariable(String(type), undefined);
    // A nullable one may be left out, which leaves out the argument.
    if (isNonNullType(type) || !dice.chance(20)) variables[name] = json(type, 0);
    return `$${name}`;
  }

  /** With a default, a nullable variable may stand where null may not. */
  function withDefault(type: GraphQLInputType): string {
    const nullable = getNullableType(type);
    const declared = dice.chance(50) ? nullable : type;
    const constant = isNonNullType(type) ? present : literal;
    const name = newVariable(
      String(declared),
      constant(nullable, deepest - 1, () => false),
    );
    if (dice.chance(50)) variables[name] = json(isNonNullType(type) ? type : declared, 0);
    return `$${name}`;
  }

  function literal(type: GraphQLInputType, depth: number, isVariable: () => boolean): string {
    if (isVariable()) return variable(type);
    if (isNonNullType(type)) return present(type.ofType, depth, isVariable);
    return dice.chance(8) ? "null" : present(type, depth, isVariable);
  }

  function present(type: GraphQLInputType, depth: number, isVariable: () => boolean): string {
    if (isListType(type)) {
      // One item stands for a list of it.
      if (dice.chance(12)) return present(getNullableType(type.ofType), depth + 1, () => false);
      return `[${many(() => literal(type.ofType, depth + 1, isVariable)).join(", ")}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth < deepest && dice.chance(35)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, depth + 1, isVariable)}`).join(" ")} }`;
    }
    if (isEnumType(type)) return dice.oneOf(type.getValues()).name;
    return dice.oneOf(literals.get(String(type)) ?? ['{ a: [1, null], b: { c: "d" } }', "[true, 1.5]", '"j"']);
  }

  function json(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return presentJson(type.ofType, depth);
    return dice.chance(8) ? null : presentJson(type, depth);
  }

  function presentJson(type: GraphQLInputType, depth: number): unknown {
    if (isListType(type)) {
      if (dice.chance(12)) return presentJson(getNullableType(type.ofType), depth + 1);
      return many(() => json(type.ofType, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth < deepest && dice.chance(35)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, json(field.type, depth + 1)]));
    }
    if (isEnumType(type)) return dice.oneOf(type.getValues()).name;
    return dice.oneOf(values.get(String(type)) ?? [{ a: [1, null], b: { c: "d" } }, [true, 1.5], "j", 0]);
  }

  function many<T>(make: () => T): T[] {
    return Array.from({ length: dice.below(3) }, make);
  }

  return {
    value: (type) => literal(type, 0, () => dice.chance(25)),
    condition(holds) {
      if (dice.chance(40)) return String(holds);
      const known = (byType.get("Boolean!") ?? []).filter((name) => variables[name] === holds);
      if (known.length > 0 && dice.chance(50)) return `$${dice.oneOf(known)}`;
      const hasDefault = dice.chance(30);
      const name = newVariable("Boolean!", hasDefault ? String(holds) : undefined);
      if (!hasDefault) variables[name] = holds;
      return `$${name}`;
    },
    declared: () => (declarations.size > 0 ? `(${[...declarations.values()].join(", ")})` : ""),
    variables,
  };
}

const literals: ReadonlyMap<string, readonly string[]> = new Map([
  ["Int", ["0", "1", "-2"]],
  ["Float", ["1", "0.5", "-1e3"]],
  ["String", ['"p"', '"q\\"\\u00e9"', '"""block "quoted" \\ text"""', '""']],
  ["ID", ['"7"', "7"]],
  ["Boolean", ["false", "true"]],
]);

const values: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ["Int", [0, 1, -2]],
  ["Float", [1, 0.5]],
  ["String", ["p", 'q"é\n', ""]],
  ["ID", ["7", 7]],
  ["Boolean", [false, true]],
]);

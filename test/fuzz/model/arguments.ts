import { buildSchema, type GraphQLArgument, parseValue, valueFromAST } from "graphql";
import type { Dice } from "../dice.ts";
import type { Argument } from "./model.ts";

/** Types of arguments, the same in every subgraph. */
export const inputTypes = `
  enum Color { RED GREEN }
  scalar Json
  input Filter { x: Int = 1 color: Color inner: Filter grid: [[Int!]!] tags: [String] = ["t"] must: Int! = 4 json: Json }`;

const catalogue: readonly Argument[] = [
  { name: "x", type: "Int", default: undefined },
  { name: "n", type: "Int", default: "3" },
  { name: "tags", type: "[String!]", default: undefined },
  { name: "color", type: "Color!", default: "RED" },
  { name: "filter", type: "Filter", default: "{ x: 2 }" },
  { name: "grid", type: "[[Int]]", default: undefined },
  { name: "near", type: "Float", default: undefined },
  { name: "ids", type: "[ID!]", default: undefined },
  { name: "must", type: "Boolean!", default: undefined },
  { name: "json", type: "Json", default: undefined },
];

/** How arguments that `@requires` fixes are written. */
const constants: ReadonlyMap<string, readonly string[]> = new Map([
  ["x", ["0", "1", "null"]],
  ["n", ["3", "5"]],
  ["tags", ['["p"]', "[]"]],
  ["color", ["GREEN"]],
  ["filter", ["{ x: 3 }", "{ inner: { color: RED } }"]],
  ["must", ["true", "false"]],
]);

export function createArguments(dice: Dice): readonly Argument[] {
  if (!dice.chance(35)) return [];
  const some = new Set(dice.someOf(catalogue, 25));
  return catalogue.filter((argument) => some.has(argument));
}

export function createConstants(dice: Dice, args: readonly Argument[]): ReadonlyMap<string, string> {
  const given = args.filter(({ name, type }) => name === "must" || (type !== "Json" && dice.chance(60)));
  return new Map(
    given.flatMap(({ name }): [string, string][] => {
      const texts = constants.get(name);
      return texts ? [[name, dice.oneOf(texts)]] : [];
    }),
  );
}

export function printArguments(args: readonly Argument[]): string {
  const parts = args.map((argument) => `${argument.name}: ${argument.type}${printDefault(argument)}`);
  return parts.length > 0 ? `(${parts.join(", ")})` : "";
}

function printDefault(argument: Argument): string {
  return argument.default === undefined ? "" : ` = ${argument.default}`;
}

const definitions: ReadonlyMap<string, GraphQLArgument> = new Map(
  buildSchema(`${inputTypes} type Query { all${printArguments(catalogue)}: Int }`)
    .getQueryType()
    ?.getFields()
    ["all"]?.args.map((argument) => [argument.name, argument]),
);

/** What a resolver gets when a field is asked with the constants. */
export function coerce(args: readonly Argument[], given: ReadonlyMap<string, string>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name } of args) {
    const definition = definitions.get(name) as GraphQLArgument;
    const text = given.get(name);
    const value = text === undefined ? definition.defaultValue : valueFromAST(parseValue(text), definition.type);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

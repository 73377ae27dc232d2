import { type DocumentNode, type GraphQLSchema, parse, validate } from "graphql";
import type { Dice } from "../dice.ts";
import { createInputs } from "./inputs.ts";
import { createSelections } from "./selections.ts";

export interface Operation {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Names may meet that stand for two things; another throw of the dice is better than rules that forbid them all. */
const mostThrows = 10;

/** A random operation that is valid against the schema; undefined when the dice gave none. */
export function createOperation(dice: Dice, schema: GraphQLSchema): Operation | undefined {
  for (let count = 0; count < mostThrows; count++) {
    const operation = throwOperation(dice, schema);
    if (validate(schema, operation.document).length === 0) return operation;
  }
  return undefined;
}

function throwOperation(dice: Dice, schema: GraphQLSchema): Operation {
  const mutation = dice.chance(25) ? schema.getMutationType() : undefined;
  const root = mutation ?? schema.getQueryType();
  if (!root) throw new Error("The schema has no queries");
  const inputs = createInputs(dice);
  const selections = createSelections(dice, schema, inputs);
  const body = selections.of(root);
  const declared = inputs.declared();
  const isNamed = dice.chance(40);
  const isBare = !mutation && !isNamed && declared === "" && dice.chance(50);
  const head = isBare ? "" : `${mutation ? "mutation" : "query"} ${isNamed ? "Ask" : ""}${declared} `;
  const other = isNamed && dice.chance(20) ? "query Other { __typename }\n" : "";
  const query = `${other}${head}{ ${body} }\n${selections.fragments().join("\n")}`;
  return {
    query,
    document: parse(query),
    operationName: other !== "" || (isNamed && dice.chance(50)) ? "Ask" : undefined,
    variables: dice.chance(3) ? withoutOne(dice, inputs.variables) : inputs.variables,
  };
}

/** One may have to be there. */
function withoutOne(dice: Dice, variables: Operation["variables"]): Operation["variables"] {
  const names = Object.keys(variables);
  const dropped = names.length > 0 ? dice.oneOf(names) : "";
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== dropped));
}

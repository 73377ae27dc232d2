import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isEnumType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
} from "graphql";
import { GraphError } from "../../subgraphs/kit/errors.ts";

/** A variable of a published query as the index lists it and a URL gives it. */
export interface PublishedVariable {
  readonly name: string;
  /** GraphQL type, such as `CountryCode!`. */
  readonly type: string;
  /** As a URL gives it; undefined when there is none. */
  readonly defaultText: string | undefined;
  readonly required: boolean;
  /** All there are, when the type has a fixed list. */
  readonly values: readonly string[] | undefined;
}

/** The variable that `?lang=` sets; it is not listed beside it. */
export const languageVariable = "language";

export function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode): PublishedVariable[] {
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    if (name === languageVariable || !input) return [];
    const named = getNamedType(input);
    return {
      name,
      type: print(type),
      defaultText:
        defaultValue &&
        print(defaultValue)
          .replace(/^\[|\]$|"/g, "")
          .replaceAll(", ", ","),
      required: isNonNullType(input) && !defaultValue,
      values: isEnumType(named) ? named.getValues().map((value) => value.name) : undefined,
    };
  });
}

/**
 * The variables of a query from the parameters of a URL; a list comes as `a,b` or as the parameter repeated.
 *
 * @throws GraphError BAD_USER_INPUT naming the variables there are
 */
export function parseVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  parameters: URLSearchParams,
): Record<string, unknown> {
  const definitions = operation.variableDefinitions ?? [];
  const types = new Map(
    definitions.map(({ variable, type }) => [
      variable.name.value,
      typeFromAST(schema, type as never) as GraphQLInputType | undefined,
    ]),
  );
  const allowed = variablesOf(schema, operation);
  const refuse = (problem: string): never => {
    throw new GraphError("BAD_USER_INPUT", `${problem} ${toAllowed(allowed)}`, {
      suggestions: allowed.map(({ name }) => name),
    });
  };
  const inputs: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const type = types.get(name);
    if (!type || name === languageVariable) return refuse(`No variable ${JSON.stringify(name)}.`);
    const texts = parameters.getAll(name);
    const isList = isListType(getNullableType(type));
    if (!isList && texts.length > 1) return refuse(`${name} is given ${texts.length} times.`);
    const items = isList ? texts.flatMap((text) => text.split(",").filter(Boolean)) : texts;
    const values = items.map((text) => toInput(getNamedType(type).name, text.trim()));
    inputs[name] = isList ? values : values[0];
  }
  const { coerced, errors } = getVariableValues(schema, definitions, inputs, { maxErrors: 3 });
  return coerced ?? refuse(errors?.map(({ message }) => message.replace(/\.?$/, ".")).join(" ") ?? "");
}

/** A text where GraphQL wants another kind of value; what is not of that kind stays a text, which coercion refuses. */
function toInput(typeName: string, text: string): unknown {
  if ((typeName === "Int" || typeName === "Float") && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (typeName === "Boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

function toAllowed(allowed: readonly PublishedVariable[]): string {
  const each = allowed.map(({ name, type, defaultText, values }) => {
    const choice = values ? ` (${values.join(", ")})` : "";
    return `${name}: ${type}${choice}${defaultText === undefined ? "" : ` = ${defaultText}`}`;
  });
  return `Allowed are ${[...each, "lang: en or ru"].join("; ")}.`;
}

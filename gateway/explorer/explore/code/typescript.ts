import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from "graphql";
import { operationOf, type Selected, selectionOf } from "../../../tabular/selection.ts";
import { hasVariables, type Request } from "./endpoint.ts";

const numbers = new Set(["Int", "Float"]);

/** TypeScript with the type of exactly this query's data. */
export function toTypescript(
  request: Request,
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string,
): string {
  const { url, query, variables } = request;
  const operation = operationOf(document, operationName);
  const selection = selectionOf(schema, document, operation, variables);
  const name = `${operation.name?.value ?? "Query"}Data`;
  return `export interface ${name.charAt(0).toUpperCase()}${name.slice(1)} ${toObject(selection, "")}

const query = /* GraphQL */ \`
${query.trim().replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("$", "\\$")}
\`;

const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query${hasVariables(request) ? `, variables: ${JSON.stringify(variables)}` : ""} }),
});
const { data, errors } = (await response.json()) as {
  data: ${name.charAt(0).toUpperCase()}${name.slice(1)} | null;
  errors?: { message: string; path?: (string | number)[] }[];
};
`;
}

function toObject(selection: readonly Selected[], indent: string): string {
  const inner = `${indent}  `;
  const lines = selection.map(({ key, type, children }) => `${inner}${key}: ${toType(type, children, inner)};`);
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function toType(type: GraphQLOutputType, children: readonly Selected[], indent: string): string {
  if (isNonNullType(type)) return toSolid(type.ofType, children, indent);
  return `${toSolid(type, children, indent)} | null`;
}

function toSolid(type: GraphQLOutputType, children: readonly Selected[], indent: string): string {
  if (isListType(type)) {
    const item = toType(type.ofType, children, indent);
    return item.endsWith("| null") ? `(${item})[]` : `${item}[]`;
  }
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const union = named
      .getValues()
      .map(({ name }) => JSON.stringify(name))
      .join(" | ");
    return named.getValues().length > 1 ? `(${union})` : union;
  }
  if (!isScalarType(named)) return toObject(children, indent);
  if (numbers.has(named.name)) return "number";
  return named.name === "Boolean" ? "boolean" : "string";
}

import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { Data } from "../data-sources/data-source.ts";
import { isIntrospection } from "./selection/key-names.ts";
import { type Selector, selectFields } from "./selection/selector.ts";
import { usedVariables } from "./selection/variables.ts";

/** Answers the fields of an operation that ask about the schema, by response name. */
export type Introspection = (schema: GraphQLSchema, variables: Data) => Data;

/** Undefined when the operation asks nothing about the schema. */
export function toIntrospection(
  selector: Selector,
  definition: OperationDefinitionNode,
  root: GraphQLObjectType,
): Introspection | undefined {
  const fields = selectFields(selector, [definition.selectionSet.selections], root, root);
  const nodes = [...fields.values()].flatMap((field) => field.nodes.filter(isIntrospection));
  if (nodes.length === 0) return undefined;
  const document = toDocument(selector, definition, nodes);
  return (schema, variableValues) => {
    const { data, errors } = executeSync({ schema, document, variableValues });
    if (errors?.[0]) throw errors[0];
    return (data ?? {}) as Data;
  };
}

function toDocument(
  { fragments }: Selector,
  definition: OperationDefinitionNode,
  nodes: readonly FieldNode[],
): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const bare: OperationDefinitionNode = { ...definition, directives: [], variableDefinitions: [], selectionSet };
  const document = (operation: OperationDefinitionNode): DocumentNode => ({
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragments.values()],
  });
  return document({
    ...bare,
    variableDefinitions: usedVariables(definition.variableDefinitions ?? [], document(bare)),
  });
}

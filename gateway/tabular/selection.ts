import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { GraphError } from "../../subgraphs/kit/errors.ts";

/** One response key with all that is selected under it, fragments and `@skip` resolved. */
export interface Selected {
  readonly key: string;
  readonly type: GraphQLOutputType;
  /** Type that the field belongs to. */
  readonly parent: string;
  readonly field: FieldNode;
  readonly children: readonly Selected[];
}

type Variables = Readonly<Record<string, unknown>>;

/** More than any table needs; fragments within fragments can multiply without end. */
const mostFields = 2000;

/** The operation of a document that has passed validation. @throws GraphError OPERATION_RESOLUTION_FAILURE */
export function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const found = name ? operations.find((operation) => operation.name?.value === name) : operations[0];
  if (!found || (!name && operations.length > 1)) {
    throw new GraphError(
      "OPERATION_RESOLUTION_FAILURE",
      "The document has several operations, or none of this name: give operationName.",
    );
  }
  return found;
}

/** What an operation selects, in the order of the document. @throws GraphError NOT_A_TABLE beyond 2,000 fields */
export function selectionOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly Selected[] {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  let fields = 0;

  function collect(
    typeName: string,
    selections: readonly SelectionNode[],
    into: Map<string, { typeName: string; nodes: FieldNode[] }>,
  ): void {
    for (const node of selections) {
      if (!isIncluded(node, variables)) continue;
      fields += 1;
      if (fields > mostFields)
        throw new GraphError("NOT_A_TABLE", `The query selects more than ${mostFields} fields. Select fewer.`);
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const before = into.get(key);
        if (before) before.nodes.push(node);
        else into.set(key, { typeName, nodes: [node] });
      } else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        if (fragment) collect(fragment.typeCondition?.name.value ?? typeName, fragment.selectionSet.selections, into);
      }
    }
  }

  function select(typeName: string, sets: readonly (readonly SelectionNode[])[]): Selected[] {
    const byKey = new Map<string, { typeName: string; nodes: FieldNode[] }>();
    for (const selections of sets) collect(typeName, selections, byKey);
    return [...byKey].flatMap(([key, { typeName: parent, nodes }]) => {
      const [field] = nodes;
      const type = field && typeOf(schema, parent, field.name.value);
      if (!field || !type) return [];
      const named = getNamedType(type);
      const children = isCompositeType(named)
        ? select(
            named.name,
            nodes.map(({ selectionSet }) => selectionSet?.selections ?? []),
          )
        : [];
      return [{ key, type, parent, field, children }];
    });
  }

  const root = schema.getRootType(operation.operation);
  return root ? select(root.name, [operation.selectionSet.selections]) : [];
}

function typeOf(schema: GraphQLSchema, parent: string, field: string): GraphQLOutputType | undefined {
  if (field === "__typename") return schema.getType("String") as GraphQLOutputType;
  const type = schema.getType(parent);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
}

function isIncluded({ directives = [] }: SelectionNode, variables: Variables): boolean {
  return directives.every((directive) => {
    const given = directive.arguments?.find(({ name }) => name.value === "if")?.value;
    const value =
      given?.kind === Kind.VARIABLE ? variables[given.name.value] : given?.kind === Kind.BOOLEAN && given.value;
    if (directive.name.value === "skip") return value !== true;
    return directive.name.value !== "include" || value === true;
  });
}

import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from "graphql";

/** What a fetch asks of the objects that it names: the selections of its `_entities` field. */
export interface EntitySelections {
  readonly selections: readonly SelectionNode[];
  /** The operation that asks something else of them. */
  asking(selections: readonly SelectionNode[]): string;
}

export function entitySelectionsOf(operation: string): EntitySelections {
  const document = parse(operation, { noLocation: true });
  const [entities] = operationOf(document).selectionSet.selections as readonly FieldNode[];
  return {
    selections: entities?.selectionSet?.selections ?? [],
    asking: (selections) => print(withEntitySelections(document, selections)),
  };
}

function withEntitySelections(document: DocumentNode, selections: readonly SelectionNode[]): DocumentNode {
  return visit(document, {
    Field(node) {
      if (node.name.value !== "_entities") return undefined;
      return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
    },
  });
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  return definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
}

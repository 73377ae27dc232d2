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

/** Some of the fields, without the fragments in which none is left. @param isKept told the type that a field is asked of */
export function keepFields(
  selections: readonly SelectionNode[],
  isKept: (field: FieldNode, type: string) => boolean,
  type = "",
): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return isKept(node, type) ? [node] : [];
    if (node.kind !== Kind.INLINE_FRAGMENT) return [node];
    const inner = keepFields(node.selectionSet.selections, isKept, node.typeCondition?.name.value ?? type);
    return inner.length > 0 ? [{ ...node, selectionSet: { ...node.selectionSet, selections: inner } }] : [];
  });
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

import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
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
  return {
    selections: entitySelectionSet(document).selections,
    asking: (selections) => print(withEntitySelections(document, selections)),
  };
}

/**
 * The fields in groups, without the fragments in which none of a group is left.
 *
 * @param groupOf told the type that a field is asked of; undefined for one that belongs to every group
 */
export function groupFields<Group>(
  selections: readonly SelectionNode[],
  groupOf: (field: FieldNode, type: string) => Group | undefined,
): ReadonlyMap<Group, readonly SelectionNode[]> {
  const groups = new Set<Group>();
  keepFields(selections, (field, type) => {
    const own = groupOf(field, type);
    if (own !== undefined) groups.add(own);
    return true;
  });
  const isIn = (group: Group) => (field: FieldNode, type: string) => [undefined, group].includes(groupOf(field, type));
  return new Map([...groups].map((group) => [group, keepFields(selections, isIn(group))]));
}

function keepFields(
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

/** What is asked of the objects that a fetch names. */
export function entitySelectionSet(document: DocumentNode): SelectionSetNode {
  const [entities] = operationOf(document).selectionSet.selections as readonly FieldNode[];
  return entities?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

/** The one operation of a fetch. */
export function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("A fetch has no operation");
  return operation;
}

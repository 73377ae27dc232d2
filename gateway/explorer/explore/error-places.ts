import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/**
 * The field of a query that a path of an answer belongs to: the deepest one that the path's keys lead to.
 *
 * @param path response keys and list indexes, as in an error
 */
export function fieldAt(document: DocumentNode, path: readonly (string | number)[]): FieldNode | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const keys = path.filter((step) => typeof step === "string");
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  let sets: readonly SelectionSetNode[] = operations.map(({ selectionSet }) => selectionSet);
  let found: FieldNode | undefined;
  for (const key of keys) {
    const fields = sets.flatMap((set) => fieldsOf(set, key, fragments));
    if (!fields[0]) return found;
    found = fields[0];
    sets = fields.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  }
  return found;
}

function fieldsOf(
  { selections }: SelectionSetNode,
  key: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value === key ? [node] : [];
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    return inner ? fieldsOf(inner.selectionSet, key, fragments) : [];
  });
}

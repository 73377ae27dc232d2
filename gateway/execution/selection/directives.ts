import {
  astFromValue,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  visit,
} from "graphql";

/** Whether a directive of this name decides at once whether its place is in the answer. */
export function isCondition(directive: string): boolean {
  return directive === "skip" || directive === "include";
}

/** The directives of a selection but for the conditions. */
export function directivesOf({ directives = [] }: SelectionNode): readonly DirectiveNode[] {
  return directives.filter(({ name }) => !isCondition(name.value));
}

/** The names under which the client asks for a field with such a directive. */
export function findDirected(document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  visit(document, {
    Field(node) {
      if (directivesOf(node).length > 0) found.add(node.alias?.value ?? node.name.value);
    },
  });
  return found;
}

/** A directive with every argument that has a value by default: a subgraph may have another default, or none. */
export function withDefaults(schema: GraphQLSchema, directive: DirectiveNode): DirectiveNode {
  const { arguments: args = [] } = directive;
  const defaults = (schema.getDirective(directive.name.value)?.args ?? []).flatMap(({ name, type, defaultValue }) => {
    const isGiven = args.some((own) => own.name.value === name);
    const value = isGiven || defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
    return value ? [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value } as const] : [];
  });
  return defaults.length > 0 ? { ...directive, arguments: [...args, ...defaults] } : directive;
}

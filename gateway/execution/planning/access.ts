import { type DocumentNode, type GraphQLCompositeType, getNamedType, Kind } from "graphql";

/** Whether a field is kept from every client, this server signing nobody in. */
export type IsDenied = (parent: GraphQLCompositeType, field: string) => boolean;

/** @param directives those that keep a field, or every field of a type, from clients that are not signed in */
export function createAccessRule(supergraph: DocumentNode, directives: ReadonlySet<string>): IsDenied {
  const fields = new Set<string>();
  const types = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
    const type = definition.name.value;
    if (definition.directives?.some(({ name }) => directives.has(name.value))) types.add(type);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      if (field.directives?.some(({ name }) => directives.has(name.value))) fields.add(`${type}.${field.name.value}`);
    }
  }
  if (fields.size === 0 && types.size === 0) return () => false;
  return (parent, field) => {
    if (field.startsWith("__")) return false;
    if (types.has(parent.name) || fields.has(`${parent.name}.${field}`)) return true;
    const definition = "getFields" in parent ? parent.getFields()[field] : undefined;
    return definition !== undefined && types.has(getNamedType(definition.type).name);
  };
}

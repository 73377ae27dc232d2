import { type ConstDirectiveNode, type DocumentNode, Kind } from "graphql";
import { isJoinType, isResolvable } from "./join-types.ts";

/**
 * The supergraph with the keys by which a subgraph finds objects ahead of those by which it only names them. For a
 * field that requires others the planner comes back to a subgraph by the first key there, whether it finds by it or not.
 */
export function putResolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
        return definition;
      }
      const { directives = [] } = definition;
      const last = directives.filter((directive) => isKeyToNameBy(directive));
      if (last.length === 0) return definition;
      return { ...definition, directives: [...directives.filter((directive) => !last.includes(directive)), ...last] };
    }),
  };
}

function isKeyToNameBy(directive: ConstDirectiveNode): boolean {
  return isJoinType(directive) && !isResolvable(directive);
}

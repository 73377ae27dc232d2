import {
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  DirectiveLocation,
  type DocumentNode,
  Kind,
  visit,
} from "graphql";
import { readFeature } from "./features.ts";

const executable = new Set<string>([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);

/**
 * The supergraph in which a directive for operations that subgraphs compose by `@composeDirective` is no part of a linked
 * specification any more: all of such a specification would be kept from clients.
 */
export function showClientDirectives(supergraph: DocumentNode): DocumentNode {
  const names = new Set(supergraph.definitions.filter(isExecutable).map(({ name }) => name.value));
  const isForClients = (directive: ConstDirectiveNode) => {
    const feature = readFeature(directive);
    return feature?.purpose === undefined && feature?.directives.some((name) => names.has(name)) === true;
  };
  return visit(supergraph, {
    // Only the schema itself links specifications.
    SchemaDefinition(node) {
      return { ...node, directives: (node.directives ?? []).filter((own) => !isForClients(own)) };
    },
  });
}

function isExecutable(definition: DocumentNode["definitions"][number]): definition is DirectiveDefinitionNode {
  return (
    definition.kind === Kind.DIRECTIVE_DEFINITION && definition.locations.some(({ value }) => executable.has(value))
  );
}

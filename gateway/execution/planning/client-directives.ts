import { isExecutableDirectiveLocation } from "@apollo/federation-internals";
import {
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type DirectiveLocation,
  type DocumentNode,
  Kind,
} from "graphql";
import { readFeature } from "./features.ts";

/**
 * The supergraph in which a directive for operations that subgraphs compose by `@composeDirective` is no part of a linked
 * specification any more: all of such a specification would be kept from clients.
 */
export function showClientDirectives(supergraph: DocumentNode): DocumentNode {
  const names = new Set(supergraph.definitions.filter(isExecutable).map(({ name }) => name.value));
  if (names.size === 0) return supergraph;
  const isForClients = (directive: ConstDirectiveNode) => {
    const feature = readFeature(directive);
    return feature?.purpose === undefined && feature?.directives.some((name) => names.has(name)) === true;
  };
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) => {
      if (definition.kind !== Kind.SCHEMA_DEFINITION) return definition;
      return { ...definition, directives: (definition.directives ?? []).filter((own) => !isForClients(own)) };
    }),
  };
}

function isExecutable(definition: DocumentNode["definitions"][number]): definition is DirectiveDefinitionNode {
  return (
    definition.kind === Kind.DIRECTIVE_DEFINITION &&
    definition.locations.some(({ value }) => isExecutableDirectiveLocation(value as DirectiveLocation))
  );
}

import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLResolveInfo, type GraphQLSchema, parse } from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import { withArgumentsRead } from "./arguments.ts";
import type { Class } from "./class.ts";
import { traceProvenance } from "./trace-provenance.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible", "@cost", "@listSize", "@composeDirective"])`;

/** Turns the key fields of an entity, as another subgraph sent them, into the entity; null when it does not exist. */
// biome-ignore lint/suspicious/noExplicitAny: each reference resolver states the key and context it takes
export type ReferenceResolver = (key: any, context: any, info: GraphQLResolveInfo) => unknown;

export interface SubgraphParts {
  /** SDL in front of the types: the specifications linked, and directives of the subgraph's own. @default Federation 2.9 */
  readonly preamble?: string;
  readonly resolvers: NonEmptyArray<Class>;
  /** Entity classes that no resolver returns and that others may still reference. */
  readonly entities: readonly Class[];
  /** By the GraphQL name of the entity. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/**
 * A Federation 2 subgraph schema from decorated classes.
 * type-graphql's own `buildTypeDefsAndResolvers` would drop the directives, `@key` among them.
 */
export async function federate({
  preamble = link,
  resolvers,
  entities,
  references,
}: SubgraphParts): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, orphanedTypes: [...entities], skipCheck: true, validate: false });
  const map: Record<string, object> = withArgumentsRead(createResolversMap(schema), schema);
  for (const [name, resolveReference] of Object.entries(references)) {
    map[name] = { ...map[name], __resolveReference: resolveReference };
  }
  const typeDefs = parse(`${preamble}\n${printSchemaWithDirectives(schema)}`);
  const federated = buildSubgraphSchema([{ typeDefs, resolvers: map as never }]);
  traceProvenance(federated);
  return federated;
}

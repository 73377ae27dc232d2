import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLResolveInfo, type GraphQLSchema, isObjectType, parse } from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import type { Class } from "./series.ts";
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
  const map: Record<string, object> = withoutNullArguments(createResolversMap(schema), schema);
  for (const [name, resolveReference] of Object.entries(references)) {
    map[name] = { ...map[name], __resolveReference: resolveReference };
  }
  const typeDefs = parse(`${preamble}\n${printSchemaWithDirectives(schema)}`);
  const federated = buildSubgraphSchema([{ typeDefs, resolvers: map as never }]);
  traceProvenance(federated);
  return federated;
}

type Resolve = (root: unknown, args: Record<string, unknown>, context: unknown, info: GraphQLResolveInfo) => unknown;

/** An argument given as null means the same as one not given: resolvers then know one kind of absence, undefined. */
function withoutNullArguments(map: Record<string, object>, schema: GraphQLSchema): Record<string, object> {
  for (const type of Object.values(schema.getTypeMap())) {
    const resolvers = map[type.name] as Record<string, Resolve> | undefined;
    if (!resolvers || !isObjectType(type)) continue;
    for (const { name, args: declared } of Object.values(type.getFields())) {
      const resolve = resolvers[name];
      if (!resolve || declared.length === 0) continue;
      resolvers[name] = (root, args, context, info) =>
        resolve(root, Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null)), context, info);
    }
  }
  return map;
}

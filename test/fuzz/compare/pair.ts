import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isNonNullType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
  visit,
} from "graphql";
import type { DataSource } from "../../../gateway/data-sources/data-source.ts";
import { createInProcessDataSource } from "../../../gateway/data-sources/in-process.ts";
import { createExecutableGraph, type ExecutableGraph } from "../../../gateway/execution/executable-graph.ts";
import type { Dice } from "../dice.ts";
import { createModel } from "../model/create.ts";
import type { Model } from "../model/model.ts";
import { mergedSchema, type SchemaParts, type Session } from "../schema/merged.ts";
import { printSubgraph } from "../schema/subgraph.ts";
import { subgraphResolvers } from "../schema/subgraph-resolvers.ts";
import type { Handle } from "../values/field-value.ts";

/** One graph both ways: split and joined again by the gateway, and as the single schema that it stands for. */
export interface Pair {
  readonly merged: GraphQLSchema;
  /** The single schema in which everything may be null, so that no error hides another one. */
  readonly nullable: GraphQLSchema;
  readonly graph: ExecutableGraph;
  readonly sources: ReadonlyMap<string, DataSource>;
  /** For the report of a difference. */
  readonly typeDefs: ReadonlyMap<string, string>;
}

/** The messages of composition for a model whose subgraphs do not compose. */
export interface Uncomposed {
  readonly messages: readonly string[];
  readonly typeDefs: ReadonlyMap<string, string>;
}

export function createPair(dice: Dice): Pair | Uncomposed {
  const model = createModel(dice);
  const parts = new Map(model.subgraphs.map((name) => [name, printSubgraph(model, name)]));
  const { supergraphSdl, errors } = composeServices(
    [...parts].map(([name, text]) => ({ name, url: `http://${name}`, typeDefs: parse(text) })),
  );
  if (!supergraphSdl) return { messages: errors?.map(({ message }) => message) ?? [], typeDefs: parts };
  const whole = mergedSchema(model);
  const document = parse(whole.typeDefs);
  const merged = buildMerged(document, whole.resolvers);
  const graph = createExecutableGraph(supergraphSdl);
  assertSameSchema(merged, graph);
  return {
    merged,
    nullable: buildMerged(withoutNonNull(document), whole.resolvers, merged),
    graph,
    sources: new Map([...parts].map(([name, text]) => [name, openSource(model, name, text)])),
    typeDefs: new Map([["merged", whole.typeDefs], ...parts]),
  };
}

/** Only what clients may ask of the gateway can be compared. */
function assertSameSchema(merged: GraphQLSchema, { schema, required }: ExecutableGraph): void {
  const print = (own: GraphQLSchema) => printSchema(lexicographicSortSchema(own)).split("\n");
  const expected = print(merged);
  const found = print(schema).filter((line) => !required.standIns.has(line.trim().split(":")[0] ?? ""));
  const odd = expected.findIndex((line, index) => line !== found[index]);
  if (odd >= 0 || found.length !== expected.length)
    throw new Error(`The composed graph has ${found[odd]} where the single schema has ${expected[odd]}`);
}

function openSource(model: Model, name: string, text: string): DataSource {
  const resolvers = Object.entries(subgraphResolvers(model, name)).map(([type, fields]) => [
    type,
    Object.fromEntries(
      Object.entries(fields).map(([field, resolve]) => [
        field,
        // References are resolved without arguments, so that the context comes second.
        field.startsWith("__")
          ? (source: Handle) => resolve(source, {}, { mutations: 0 })
          : (source: Handle, args: object, { session }: { session: Session }) =>
              resolve(source, args as Record<string, unknown>, session),
      ]),
    ),
  ]);
  const schema = buildSubgraphSchema([{ typeDefs: parse(text), resolvers: Object.fromEntries(resolvers) }]);
  return createInProcessDataSource(name, schema);
}

/** @param strict says where null is an error nevertheless */
function buildMerged(
  document: DocumentNode,
  resolvers: SchemaParts["resolvers"],
  strict?: GraphQLSchema,
): GraphQLSchema {
  const schema = buildASTSchema(document);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = ({ __typename }: Handle) => __typename;
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(resolvers[type.name] ?? {})) {
      const field = type.getFields()[name];
      if (!field) continue;
      const isPresent = isNonNullType(
        (strict?.getType(type.name) as GraphQLObjectType | undefined)?.getFields()[name]?.type,
      );
      field.resolve = (source, args, session) => {
        const value = resolve(source as Handle, args, session);
        if (value === null && isPresent) throw new Error(`${type.name}.${name} must not be null`);
        return value;
      };
    }
  }
  return schema;
}

/** Arguments keep their types. */
function withoutNonNull(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter: ({ kind }) => (kind === Kind.INPUT_VALUE_DEFINITION ? false : undefined),
    leave: (node) => (node.kind === Kind.NON_NULL_TYPE ? node.type : undefined),
  });
}

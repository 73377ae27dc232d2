import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { buildASTSchema, execute, type GraphQLSchema, isAbstractType, isObjectType, parse, validate } from "graphql";
import { createRequestContext } from "../../gateway/context.ts";
import type { DataSource } from "../../gateway/data-sources/data-source.ts";
import { createInProcessDataSource } from "../../gateway/data-sources/in-process.ts";
import { createExecutableGraph, type ExecutableGraph } from "../../gateway/execution/executable-graph.ts";
import { executeOperation } from "../../gateway/execution/executor.ts";
import type { Dice } from "./dice.ts";
import { createModel } from "./model.ts";
import { createOperation, type Operation } from "./query.ts";
import { mergedSchema, type Resolvers, type SchemaParts, subgraphSchema } from "./schemas.ts";
import type { Handle } from "./values.ts";

/** One graph both ways: split and joined again by the gateway, and as the single schema that it stands for. */
export interface Pair {
  readonly merged: GraphQLSchema;
  readonly graph: ExecutableGraph;
  readonly sources: ReadonlyMap<string, DataSource>;
  /** For the report of a difference. */
  readonly typeDefs: ReadonlyMap<string, string>;
}

/** Undefined for a model whose subgraphs do not compose, such as one with a field that cannot be reached. */
export function createPair(dice: Dice): Pair | undefined {
  const model = createModel(dice);
  const parts = new Map(model.subgraphs.map((name) => [name, subgraphSchema(model, name)]));
  const { supergraphSdl } = composeServices(
    [...parts].map(([name, { typeDefs }]) => ({ name, url: `http://${name}`, typeDefs: parse(typeDefs) })),
  );
  if (!supergraphSdl) return undefined;
  const whole = mergedSchema(model);
  return {
    merged: buildMerged(whole),
    graph: createExecutableGraph(supergraphSdl),
    sources: new Map([...parts].map(([name, part]) => [name, createInProcessDataSource(name, buildPart(part))])),
    typeDefs: new Map([
      ["merged", whole.typeDefs],
      ...[...parts].map(([name, part]): [string, string] => [name, part.typeDefs]),
    ]),
  };
}

export function createPairOperation(dice: Dice, { merged }: Pair): Operation | undefined {
  const operation = createOperation(dice, merged);
  return validate(merged, parse(operation.query)).length === 0 ? operation : undefined;
}

interface Outcome {
  readonly data: unknown;
  /** Where errors are, as JSON, in order and each once. */
  readonly errors: readonly string[];
}

async function askBoth(pair: Pair, { query, variables }: Operation): Promise<{ gateway: Outcome; single: Outcome }> {
  const document = parse(query);
  const single = await execute({ schema: pair.merged, document, variableValues: variables });
  const gateway = await executeOperation(pair.graph, pair.sources, {
    queryHash: query,
    document,
    operationName: undefined,
    variables,
    schema: pair.merged,
    caller: {
      context: createRequestContext(new Map([...pair.sources.keys()].map((name) => [name, () => ({})]))),
      header: () => undefined,
    },
  });
  return { gateway: toOutcome(gateway), single: toOutcome(single) };
}

/** @throws with the whole case when the two answers differ */
export async function expectSame(pair: Pair, operation: Operation): Promise<void> {
  const answers = await askBoth(pair, operation).catch((error: Error) => error);
  if (!(answers instanceof Error)) {
    const { gateway, single } = answers;
    const isSame = JSON.stringify(gateway.data) === JSON.stringify(single.data);
    if (isSame && gateway.errors.length > 0 === single.errors.length > 0) return;
  }
  const schemas = [...pair.typeDefs].map(([name, text]) => `--- ${name}\n${text}`);
  const outcome =
    answers instanceof Error
      ? [answers.stack]
      : [`--- single\n${JSON.stringify(answers.single)}`, `--- gateway\n${JSON.stringify(answers.gateway)}`];
  throw new Error(
    [...schemas, `--- query\n${operation.query}`, JSON.stringify(operation.variables), ...outcome].join("\n"),
  );
}

function toOutcome({
  data,
  errors = [],
}: {
  data?: unknown;
  errors?: readonly { path?: readonly unknown[] | undefined; message: string }[];
}): Outcome {
  const places = errors.map(({ path, message }) => JSON.stringify(path ?? message));
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: [...new Set(places)].sort() };
}

function buildPart({ typeDefs, resolvers }: SchemaParts): GraphQLSchema {
  const own = Object.fromEntries(Object.entries(resolvers).map(([name, fields]) => [name, { ...fields }]));
  for (const name of ["Thing", "Any"]) {
    if (typeDefs.includes(`interface ${name}`) || typeDefs.includes(`union ${name}`)) {
      own[name] = { ...own[name], __resolveType: ({ __typename }: Handle) => __typename };
    }
  }
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: own as never }]);
}

function buildMerged({ typeDefs, resolvers }: { typeDefs: string; resolvers: Resolvers }): GraphQLSchema {
  const schema = buildASTSchema(parse(typeDefs));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = ({ __typename }: Handle) => __typename;
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(resolvers[type.name] ?? {})) {
      const field = type.getFields()[name];
      if (field) field.resolve = (source, args) => resolve(source as Handle, args);
    }
  }
  return schema;
}

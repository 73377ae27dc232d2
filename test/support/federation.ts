import { composeServices } from "@apollo/composition";
import { ApolloServer } from "@apollo/server";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { buildASTSchema, execute, isAbstractType, isObjectType, parse } from "graphql";
import { pino } from "pino";
import { createRequestContext, type RequestContext } from "../../gateway/context.ts";
import type { DataSource, SubgraphRequest } from "../../gateway/data-sources/data-source.ts";
import { createInProcessDataSource } from "../../gateway/data-sources/in-process.ts";
import { createExecutingGateway } from "../../gateway/execution/gateway.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test's resolvers state what they take
export type TestResolvers = Record<string, Record<string, (source: any, args: any) => unknown>>;

export interface TestSubgraph {
  readonly typeDefs: string;
  readonly resolvers: TestResolvers;
}

export interface Outcome {
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
}

export interface Federation {
  ask(query: string, variables?: Record<string, unknown>): Promise<Outcome>;
  /** What the subgraphs were asked since this was read last. */
  calls(): readonly { readonly subgraph: string; readonly request: SubgraphRequest }[];
  replace(subgraphs: Readonly<Record<string, TestSubgraph>>): Promise<void>;
  close(): Promise<void>;
}

export interface FederationOptions {
  /** What stands in for a subgraph's own answers. */
  readonly override?: Readonly<Record<string, DataSource["execute"]>>;
  /** Changes the composed supergraph before it is served. */
  readonly edit?: (supergraph: string) => string;
}

const federationDirectives =
  "@key @shareable @external @requires @provides @inaccessible @interfaceObject @authenticated @context @fromContext"
    .split(" ")
    .map((name) => `"${name}"`)
    .join(", ");

/** The gateway behind Apollo Server over subgraphs in this process, composed as written. */
export async function openFederation(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  { override = {}, edit = (sdl) => sdl }: FederationOptions = {},
): Promise<Federation> {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
  let calls: { subgraph: string; request: SubgraphRequest }[] = [];
  const sources = new Map<string, DataSource>();

  function open(parts: Readonly<Record<string, TestSubgraph>>): void {
    for (const [name, { typeDefs, resolvers }] of Object.entries(parts)) {
      const schema = buildSubgraphSchema([{ typeDefs: parse(linked(typeDefs)), resolvers: resolvers as never }]);
      const own = createInProcessDataSource(name, schema);
      sources.set(name, {
        execute(request) {
          calls.push({ subgraph: name, request });
          return (override[name] ?? own.execute)(request);
        },
      });
    }
  }

  open(subgraphs);
  const log = pino({ level: "silent" });
  const gateway = createExecutingGateway({
    sdl: edit(compose(subgraphs)),
    sourceOf: (name) => sources.get(name) as DataSource,
    log,
  });
  const server = new ApolloServer<RequestContext>({ gateway, logger: log, includeStacktraceInErrorResponses: false });
  await server.start();
  return {
    async ask(query, variables = {}) {
      const makers = new Map([...sources.keys()].map((name) => [name, () => ({})]));
      const { body } = await server.executeOperation(
        { query, variables },
        { contextValue: createRequestContext(makers) },
      );
      if (body.kind !== "single") throw new Error("An answer in one piece is expected");
      return toOutcome(body.singleResult);
    },
    calls() {
      const own = calls;
      calls = [];
      return own;
    },
    async replace(next) {
      open(next);
      await gateway.replace(edit(compose(next)));
    },
    close: () => server.stop(),
  };
}

/** What one schema that has everything answers, by graphql-js. */
export async function askSingle(
  { typeDefs, resolvers }: TestSubgraph,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Outcome> {
  const schema = buildASTSchema(parse(typeDefs));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = ({ __typename }) => __typename;
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(resolvers[type.name] ?? {})) {
      const field = type.getFields()[name];
      if (field) field.resolve = resolve;
    }
  }
  return toOutcome(await execute({ schema, document: parse(query), variableValues: variables }));
}

export function compose(subgraphs: Readonly<Record<string, TestSubgraph>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: parse(linked(typeDefs)),
    })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

function linked(typeDefs: string): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${federationDirectives}])\n${typeDefs}`;
}

function toOutcome(result: unknown): Outcome {
  return { data: null, errors: [], ...JSON.parse(JSON.stringify(result)) };
}

/** Where errors are, as text, sorted. */
export function errorPaths({ errors }: Outcome): string[] {
  return errors.map(({ path = [] }) => path.join(".")).sort();
}

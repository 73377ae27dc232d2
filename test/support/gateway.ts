import { pino } from "pino";
import { loadConfig } from "../../gateway/config.ts";
import { openDeps } from "../../gateway/deps.ts";
import { openPublishing } from "../../gateway/publishing.ts";
import { startServer } from "../../gateway/server.ts";
import { openSupergraph } from "../../gateway/supergraph.ts";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  readonly data: any;
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly suggestions?: readonly string[];
    readonly serviceName?: string;
  };
}

export interface TestGateway {
  readonly url: string;
  /** POSTs a query to the running gateway. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

export interface GatewayOptions {
  /** Milliseconds since 1970, as its caches see them. @default the machine's */
  readonly clock?: () => number;
}

/** The real gateway with every subgraph in process, on a free port. @param env settings beside the port; unless told, no upstream is asked */
export async function startGateway(
  env: Record<string, string> = {},
  { clock = Date.now }: GatewayOptions = {},
): Promise<TestGateway> {
  const config = loadConfig({ PORT: "0", SOURCES: "snapshot", ...env });
  const log = pino({ level: "silent" });
  const deps = openDeps(config, log);
  const { gateway, createContext } = await openSupergraph(config, { ...deps, clock }, log);
  const server = await startServer(config, {
    graph: { gateway },
    createContext,
    log,
    ...(await openPublishing({ log, clock: Date.now })),
  });
  return {
    url: server.url,
    ask: (query, variables) => post(server.url, query, variables),
    async close() {
      await server.close();
      await deps.close();
    },
  };
}

export async function post(url: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
  return { status: response.status, data, errors };
}

import { pino } from "pino";
import { loadConfig } from "../../gateway/config.ts";
import { openDeps } from "../../gateway/deps.ts";
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

/** The real gateway with every subgraph in process, on a free port. @param env settings beside the port */
export async function startGateway(env: Record<string, string> = {}): Promise<TestGateway> {
  const config = loadConfig({ PORT: "0", ...env });
  const log = pino({ level: "silent" });
  const { gateway, createContext } = await openSupergraph(config, openDeps(), log);
  const server = await startServer(config, { graph: { gateway }, createContext, log });
  return { ...server, ask: (query, variables) => post(server.url, query, variables) };
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

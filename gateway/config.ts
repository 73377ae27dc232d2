import { z } from "zod";
import { type SourcesMode, sourcesModes } from "../subgraphs/kit/cache/cached.ts";
import { parseRedisUrl, type RedisAddress } from "../subgraphs/kit/cache/redis-url.ts";
import { readSourceSettings, type SourceSettings } from "../subgraphs/kit/source/settings.ts";
import { roster } from "../subgraphs/roster.ts";
import type { RemoteSettings } from "./data-sources/remote.ts";
import { subgraphCallSettings, toRemoteSettings } from "./subgraph-calls.ts";

/** The names under ARYK_ that this program knows. ARYK_INSTALL is for the tests' set-up. */
const known = new Set(["ARYK_INSTALL", "ARYK_ADMIN_PORT", "ARYK_ADMIN_KEY", ...Object.keys(subgraphCallSettings)]);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
  SUPERGRAPH: z.string().min(1).optional(),
  ...subgraphCallSettings,
  SOURCES: z.enum(sourcesModes).default("auto"),
  REDIS_URL: z.string().transform(toRedisAddress).optional(),
  ARYK_ADMIN_PORT: z.coerce.number().int().min(0).max(65535).default(4001),
  ARYK_ADMIN_KEY: z.string().min(16, "at least 16 characters, so that it cannot be guessed").optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.infer<typeof environment>["LOG_LEVEL"];
  /** File of a Federation 2 supergraph to serve instead of this project's own. */
  readonly supergraphFile: string | undefined;
  /** Base URL of each subgraph that runs elsewhere, by its name in lower case. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** How those are called. */
  readonly subgraphCalls: RemoteSettings;
  readonly sources: SourcesMode;
  /** Where each upstream is asked, and with which key. */
  readonly sourceSettings: SourceSettings;
  /** Absent: what is cached is kept in this process alone. */
  readonly redis: RedisAddress | undefined;
  /** Absent without a key. */
  readonly admin: { readonly port: number; readonly key: string } | undefined;
  /** Whether the subgraphs without a URL run in this process. */
  readonly inProcess: boolean;
}

/** What is wrong with the settings, a line each, for the person who starts the program. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

export interface ConfigOptions {
  /** The gateway alone: every subgraph of this project needs a URL. */
  readonly gatewayOnly?: boolean;
}

/** The one reader of the environment. @throws ConfigError */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>>,
  { gatewayOnly = false }: ConfigOptions = {},
): Config {
  const problems = unknownNames(env);
  const parsed = environment.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  }
  const subgraphUrls = readSubgraphUrls(env, problems);
  const sourceSettings = readSourceSettings(env, problems);
  if (gatewayOnly && !parsed.data?.SUPERGRAPH) {
    for (const { name } of roster) {
      if (!subgraphUrls.has(name))
        problems.push(`SUBGRAPH_${name.toUpperCase()}_URL: needed when the gateway runs alone`);
    }
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join("\n"));
  const { PORT, HOST, LOG_LEVEL, SUPERGRAPH, SOURCES, REDIS_URL, ARYK_ADMIN_PORT, ARYK_ADMIN_KEY } = parsed.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    logLevel: LOG_LEVEL,
    supergraphFile: SUPERGRAPH,
    subgraphUrls,
    subgraphCalls: toRemoteSettings(parsed.data),
    sources: SOURCES,
    sourceSettings,
    redis: REDIS_URL,
    admin: ARYK_ADMIN_KEY === undefined ? undefined : { port: ARYK_ADMIN_PORT, key: ARYK_ADMIN_KEY },
    inProcess: !gatewayOnly && SUPERGRAPH === undefined,
  });
}

function toRedisAddress(text: string, context: z.RefinementCtx): RedisAddress {
  try {
    return parseRedisUrl(text);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
}

function withoutEmpty(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}

function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith("ARYK_") && !known.has(name))
    .map((name) => `${name}: not a setting; known are ${[...known].join(", ")}`);
}

function readSubgraphUrls(env: Readonly<Record<string, string | undefined>>, problems: string[]): Map<string, string> {
  const urls = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    const subgraph = /^SUBGRAPH_(\w+)_URL$/.exec(name)?.[1]?.toLowerCase();
    if (!subgraph || !value) continue;
    if (/^https?:\/\//.test(value) && URL.canParse(value)) urls.set(subgraph, value);
    else problems.push(`${name}: not an http or https URL`);
  }
  return urls;
}

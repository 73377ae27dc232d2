import { z } from "zod";
import type { RemoteSettings } from "./data-sources/remote.ts";

/** The settings of calls to subgraphs elsewhere, by their names in the environment. */
export const subgraphCallSettings = {
  ARYK_SUBGRAPH_TIMEOUT_MS: z
    .string()
    .regex(/^\d+(\s+[\w-]+=\d+)*$/, "milliseconds for all, then those of single subgraphs, such as `10000 trade=30000`")
    .default("10000"),
  ARYK_SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(10_000).default(100),
  ARYK_SUBGRAPH_ATTEMPTS: z.coerce.number().int().min(1).max(10).default(3),
  ARYK_SUBGRAPH_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(64 * 1024 * 1024),
  ARYK_SUBGRAPH_COMPRESS_BYTES: z.coerce.number().int().min(0).optional(),
  ARYK_FORWARD_HEADERS: z
    .string()
    .regex(/^[\w-]+(\s*,\s*[\w-]+)*$/, "names of headers, such as `x-request-id, traceparent`")
    .optional(),
};

const shape = z.object(subgraphCallSettings);

/** Headers that belong to one connection or to the body that the gateway writes itself. */
const ownHeaders = new Set([
  "host",
  "connection",
  "content-length",
  "content-type",
  "content-encoding",
  "transfer-encoding",
  "accept",
  "accept-encoding",
  "keep-alive",
  "te",
  "upgrade",
  "trailer",
  "expect",
]);

export function toRemoteSettings(settings: z.infer<typeof shape>): RemoteSettings {
  const [all = "", ...single] = settings.ARYK_SUBGRAPH_TIMEOUT_MS.split(/\s+/);
  const timeouts = new Map(single.map((part) => part.split("=") as [string, string]));
  const forwarded = settings.ARYK_FORWARD_HEADERS?.toLowerCase().split(/\s*,\s*/) ?? [];
  return {
    timeoutMs: (name) => Number(timeouts.get(name) ?? all),
    connections: settings.ARYK_SUBGRAPH_CONNECTIONS,
    attempts: settings.ARYK_SUBGRAPH_ATTEMPTS,
    maxBytes: settings.ARYK_SUBGRAPH_MAX_BYTES,
    compressFromBytes: settings.ARYK_SUBGRAPH_COMPRESS_BYTES,
    forwardedHeaders: forwarded.filter((name) => !ownHeaders.has(name)),
  };
}

import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { z } from "zod";
import type { Store } from "../subgraphs/kit/cache/store.ts";
import { errorTable, GraphError } from "../subgraphs/kit/errors.ts";
import type { Config } from "./config.ts";
import { readJsonBody } from "./http/body.ts";
import { type Handler, type HttpServer, listen } from "./http/server.ts";

export interface AdminParts {
  readonly store: Store;
  readonly registry: Registry;
  readonly log: Logger;
}

const mostTags = 1000;
const invalidation = z.strictObject({ tags: z.array(z.string().min(1).max(200)).min(1).max(mostTags) });

/**
 * What whoever runs this server may ask, on a port of its own and with the key in `Authorization: Bearer <key>`:
 *
 * - `POST /admin/invalidate` with `{"tags": ["source:FTS", "country:AFG"]}` drops what is kept under any of the tags and
 *   answers `{"count": 12}`. Other replicas are told; one that cannot hear of it serves from memory for five seconds more.
 * - `GET /metrics` in the Prometheus text format.
 *
 * Undefined when the settings have no key.
 */
export async function startAdmin(
  { host, admin }: Config,
  { store, registry, log }: AdminParts,
): Promise<HttpServer | undefined> {
  if (!admin) return undefined;
  const guarded =
    (method: string, handler: Handler): Handler =>
    (request, response, url) => {
      requireKey(request, admin.key);
      if (request.method !== method) throw new GraphError("BAD_REQUEST", `${url.pathname} takes ${method}.`);
      return handler(request, response, url);
    };
  return listen({
    host,
    port: admin.port,
    log,
    routes: {
      "/admin/invalidate": guarded("POST", async (request, response) => {
        const { success, data } = invalidation.safeParse(await readJsonBody(request));
        if (!success) {
          throw new GraphError(
            "BAD_REQUEST",
            `The body is not of the form {"tags": ["source:FTS", "country:AFG"]} with 1 to ${mostTags} tags.`,
          );
        }
        const count = await store.invalidate([...new Set(data.tags)]);
        log.info({ tags: data.tags, count }, "Dropped from the cache");
        response.setHeader("content-type", "application/json; charset=utf-8");
        response.end(`${JSON.stringify({ count })}\n`);
      }),
      "/metrics": guarded("GET", async (_request, response) => {
        response.setHeader("content-type", registry.contentType);
        response.end(await registry.metrics());
      }),
    },
  });
}

/** @throws GraphError ADMIN_KEY_WRONG. Hashes are compared, so that the time taken tells nothing of the key or its length. */
function requireKey({ headers }: IncomingMessage, key: string): void {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  if (timingSafeEqual(digest(given), digest(key))) return;
  const { meaning, wayOut } = errorTable.ADMIN_KEY_WRONG;
  throw new GraphError("ADMIN_KEY_WRONG", `${meaning} ${wayOut}`);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

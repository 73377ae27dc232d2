import { z } from "zod";
import type { Http, HttpAnswer } from "../source/http.ts";
import { cacheKey } from "./key.ts";
import type { Store } from "./store.ts";

export interface ConditionalOptions {
  /** Id of the upstream. */
  readonly source: string;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const validators = { etag: "if-none-match", "last-modified": "if-modified-since" } as const;
const keptHeaders = [...Object.keys(validators), "content-type"];
const longestText = 1024 * 1024;
const keptForMs = 7 * 24 * 3_600_000;
const renewAfterMs = 24 * 3_600_000;

const keptAnswer = z.object({ headers: z.record(z.string(), z.string()), text: z.string() });
type KeptAnswer = z.infer<typeof keptAnswer>;

/**
 * Asks an upstream only for what changed: keeps its last answer where it came with an ETag or a date, and takes
 * "not modified" for that answer. Answers over 1 MiB are not kept.
 */
export function withConditional(http: Http, { source, store, clock }: ConditionalOptions): Http {
  async function keep(id: string, { headers, text }: KeptAnswer): Promise<void> {
    const now = clock();
    const until = now + keptForMs;
    await store.set(id, { value: { headers, text }, storedAt: now, freshUntil: until, staleUntil: until });
  }

  return async (request) => {
    const args = { url: request.url.href, headers: request.headers ?? {} };
    const id = cacheKey({ version: 1, source, operation: "http", args });
    const entry = (await store.getMany([id])).get(id);
    const kept = keptAnswer.safeParse(entry?.value).data;
    if (!kept || !entry) {
      return http({ ...request, parse: (answer) => parseAndKeep(answer) });
    }
    return http({
      ...request,
      headers: { ...request.headers, ...conditions(kept) },
      accepts: [...(request.accepts ?? []), 304],
      parse(answer) {
        if (answer.status !== 304) return parseAndKeep(answer);
        if (clock() - entry.storedAt > renewAfterMs) void keep(id, kept);
        return request.parse({ ...answer, status: 200, headers: new Headers(kept.headers), text: kept.text });
      },
    });

    function parseAndKeep(answer: HttpAnswer) {
      // What cannot be read is not worth keeping: parse throws.
      const parsed = request.parse(answer);
      const keepable = toKept(answer);
      if (keepable) void keep(id, keepable);
      return parsed;
    }
  };
}

function toKept({ status, headers, text }: HttpAnswer): KeptAnswer | undefined {
  if (status !== 200 || text.length > longestText) return undefined;
  if (!Object.keys(validators).some((name) => headers.has(name))) return undefined;
  return { headers: Object.fromEntries([...headers].filter(([name]) => keptHeaders.includes(name))), text };
}

function conditions({ headers }: KeptAnswer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(validators).flatMap(([name, condition]) => (headers[name] ? [[condition, headers[name]]] : [])),
  );
}

import { z } from "zod";
import { json } from "../../subgraphs/kit/source/json.ts";
import type { Upstream } from "../../subgraphs/kit/source/upstream.ts";

/** What an upstream answers when all is well. */
export const goodRows = { body: { total: 1, rows: [{ year: 2024 }] } };

/** Reads the answer and insists on its shape. */
export const parseRows = json(z.object({ total: z.number(), rows: z.array(z.object({ year: z.number() })) }));

/** Asks for rows at `/data`. */
export function askRows(upstream: Upstream, signal?: AbortSignal): Promise<unknown> {
  const query = { year: 2024, skip: undefined, iso: ["KAZ", "UZB"] };
  return upstream.get({ path: "/data", query, parse: parseRows, signal });
}

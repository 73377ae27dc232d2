import { pino } from "pino";
import { listen } from "../../gateway/http/server.ts";
import { createCsvHandler } from "../../gateway/tabular/csv-handler.ts";
import { type SmallGraph, smallGraph } from "./small-graph.ts";

const sdl = `type Query { rows(first: Int! = 50, after: String): RowConnection }
  type RowConnection { nodes: [Row!]! totalCount: Int! pageInfo: PageInfo! }
  type Row { id: Int! name: String } type PageInfo { hasNextPage: Boolean! endCursor: String }`;

/** A graph of one list that is made while it is read. @param pad characters more in each name */
export function longList(rowCount: number, pad = ""): SmallGraph {
  return smallGraph(sdl, {
    rows: ({ first, after }: { first: number; after?: string }) => {
      const start = Number(after ?? 0);
      const end = Math.min(start + first, rowCount);
      const nodes = Array.from({ length: end - start }, (_, i) => ({
        id: start + i,
        name: `=row, "${start + i}"${pad}`,
      }));
      return { nodes, totalCount: rowCount, pageInfo: { hasNextPage: end < rowCount, endCursor: String(end) } };
    },
  });
}

/** Serves the list: the URL gives all of it as CSV. */
export async function serveCsv(graph: SmallGraph): Promise<{ url: string; close(): Promise<void> }> {
  const graphql = createCsvHandler({
    schema: () => graph.schema,
    run: graph.run,
    otherwise: (_request, response) => void response.end("not asked for CSV"),
  });
  const log = pino({ level: "silent" });
  const { url, close } = await listen({ host: "127.0.0.1", port: 0, log, routes: { "/graphql": graphql } });
  return { url: `${url}/graphql?format=csv&query=${encodeURIComponent("{ rows { nodes { id name } } }")}`, close };
}

import { pino } from "pino";
import { onTestFinished } from "vitest";
import { type Handler, listen } from "../../gateway/http/server.ts";
import { createPublished } from "../../gateway/published/handler.ts";
import { type SmallGraph, smallGraph } from "./small-graph.ts";

/** A query over one list of rows, kept for a minute. */
const rowsFile = {
  name: "rows",
  text: `# title: Rows
# titleRu: Строки
# description: Rows of a test.
# subgraph: test
# maxAgeSeconds: 60
# chart: line x=year y=value.value
# $most: How many.
query Rows($most: Int! = 500) { rows(most: $most) { year value { value unit } freshness } }`,
};

const sdl = `type Query { rows(most: Int!): [Row!] } type Row { year: Int! value: Value freshness: Freshness }
  type Value { value: Float unit: String! } enum Freshness { LIVE CACHED }`;

export interface PublishedServer {
  readonly url: string;
  readonly graph: SmallGraph;
  /** Requests that have reached the server. */
  requests: number;
  /** Milliseconds since 1970 that the server believes in. */
  now: number;
  /** Whether the graph's next answers are errors. */
  isDown: boolean;
  /** What the rows hold now. */
  value: number;
}

/** The published queries' own server over a graph of one list, until the test ends. */
export async function publishedServer(): Promise<PublishedServer> {
  const rows = ({ most }: { most: number }) => {
    if (server.isDown) throw new Error("down");
    return Array.from({ length: most }, (_, i) => ({
      year: 1500 + i,
      value: { value: server.value + i, unit: "m" },
      freshness: "LIVE",
    }));
  };
  const graph = smallGraph(sdl, { rows });
  const log = pino({ level: "silent" });
  const published = createPublished({ files: [rowsFile], run: graph.run, clock: () => server.now, log });
  published.load(graph.schema);
  const counted: Handler = (...call) => {
    server.requests += 1;
    return published.handler(...call);
  };
  const { url, close } = await listen({ host: "127.0.0.1", port: 0, log, routes: { "/q/": counted } });
  onTestFinished(close);
  const server: PublishedServer = { url, graph, requests: 0, now: 1_800_000_000_000, isDown: false, value: 1 };
  return server;
}

import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { createRequestContext } from "../../../gateway/context.ts";
import type { DataSource, SubgraphRequest } from "../../../gateway/data-sources/data-source.ts";
import { createRemoteSubgraphs, type RemoteSettings } from "../../../gateway/data-sources/remote.ts";

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

type Answer = (response: ServerResponse, call: number) => void;

const settings: RemoteSettings = {
  timeoutMs: () => 5_000,
  connections: 20,
  attempts: 3,
  maxBytes: 100_000,
  compressFromBytes: undefined,
  forwardedHeaders: [],
};
const json =
  (value: unknown): Answer =>
  (response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(value));
  };
const status =
  (code: number): Answer =>
  (response) => {
    response.statusCode = code;
    response.end("<h1>no</h1>");
  };
const query: SubgraphRequest["operation"] = { kind: "query", query: "{ a }", name: "Ask" };
const mutation: SubgraphRequest["operation"] = { kind: "mutation", query: "mutation { a }", name: undefined };

/** A subgraph of whose calls the answers decide, the last one for all that follow. */
async function subgraph(answers: readonly Answer[], own: Partial<RemoteSettings> = {}) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const count = calls.push({ headers: request.headers, body: Buffer.concat(chunks) });
      answers[Math.min(count, answers.length) - 1]?.(response, count);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?v=1`;
  const remote = createRemoteSubgraphs({ ...settings, ...own }, pino({ level: "silent" }));
  onTestFinished(async () => {
    await remote.close();
    server.closeAllConnections();
    server.close();
  });
  return { calls, source: remote.at("gauges", url) };
}

function ask(source: DataSource, operation = query, headers: Record<string, string> = {}, variables = {}) {
  const caller = { context: createRequestContext(new Map()), header: (name: string) => headers[name] };
  return source.execute({ operation, variables, representations: [], caller });
}

async function codeOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => "an answer",
    (error) => error.extensions,
  );
}

test("a call carries the query, its name and its variables, and brings data, errors and extensions", async () => {
  const answer = { data: { a: 1 }, errors: [{ message: "half", path: ["b"] }], extensions: { provenance: [] } };
  const { source, calls } = await subgraph([json(answer)]);

  const got = await source.execute({
    operation: query,
    variables: { text: 'q"', n: null },
    representations: [{ variable: "representations", texts: ['{"__typename":"T","id":"1"}'] }],
    caller: { context: createRequestContext(new Map()), header: () => undefined },
  });

  expect(got).toEqual(answer);
  expect(JSON.parse(String(calls[0]?.body))).toEqual({
    query: "{ a }",
    operationName: "Ask",
    variables: { representations: [{ __typename: "T", id: "1" }], text: 'q"', n: null },
  });
});

test.each<[string, Answer, string]>([
  ["garbage", (response) => response.end("}{"), "SUBGRAPH_MALFORMED"],
  ["JSON that is no GraphQL answer", json([1]), "SUBGRAPH_MALFORMED"],
  ["errors that are none", json({ data: null, errors: ["no"] }), "SUBGRAPH_MALFORMED"],
  ["more than it may", json({ data: { a: "x".repeat(200_000) } }), "SUBGRAPH_MALFORMED"],
  ["a page that refuses", status(403), "SUBGRAPH_UNAVAILABLE"],
  [
    "a redirect",
    (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    "SUBGRAPH_MALFORMED",
  ],
  ["a closed socket", (response) => response.destroy(), "SUBGRAPH_UNAVAILABLE"],
  [
    "half an answer",
    (response) => response.writeHead(200, { "content-length": 100 }).write("{", () => response.destroy()),
    "SUBGRAPH_UNAVAILABLE",
  ],
  [
    "a small text that unpacks to a large one",
    (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(1e6))),
    "SUBGRAPH_MALFORMED",
  ],
])("a subgraph that answers with %s is a coded error", async (_, answer, code) => {
  const { source } = await subgraph([answer]);
  expect(await codeOf(ask(source))).toEqual({ code, serviceName: "gauges" });
});

test("a GraphQL answer counts whatever its status", async () => {
  const { source } = await subgraph([(response) => response.writeHead(400).end('{"errors":[{"message":"no"}]}')]);
  expect(await ask(source)).toEqual({ errors: [{ message: "no" }] });
});

test("a subgraph that never answers costs no more than its deadline", async () => {
  const { source } = await subgraph([() => {}], {
    timeoutMs: (name) => (name === "gauges" ? 50 : 60_000),
    connections: 1,
  });
  // The second call waits for the one connection, and its deadline runs meanwhile.
  const [first, second] = [codeOf(ask(source)), codeOf(ask(source, { ...query, query: "{ b }" }))];
  expect(await first).toMatchObject({ code: "SUBGRAPH_TIMEOUT" });
  expect(await second).toMatchObject({ code: "SUBGRAPH_TIMEOUT" });
});

test("a query is tried again after a passing failure, a mutation never", async () => {
  const { source, calls } = await subgraph([status(503), (response) => response.destroy(), json({ data: { a: 1 } })]);
  expect(await ask(source)).toEqual({ data: { a: 1 } });
  expect(calls).toHaveLength(3);

  const other = await subgraph([status(503), json({ data: { a: 1 } })]);
  expect(await codeOf(ask(other.source, mutation))).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
  expect(other.calls).toHaveLength(1);
});

test("a subgraph that fails again and again is left alone", async () => {
  const { source, calls } = await subgraph([status(503)], { attempts: 1 });
  for (let count = 0; count < 15; count++) {
    expect(await codeOf(ask(source, { ...query, query: `{ a${count} }` }))).toMatchObject({
      code: "SUBGRAPH_UNAVAILABLE",
    });
  }
  expect(calls).toHaveLength(10);
});

test("calls that are the same share an answer while it is under way, and each gets data of its own", async () => {
  const waiting: ServerResponse[] = [];
  const { source, calls } = await subgraph([(response) => void waiting.push(response)], {
    forwardedHeaders: ["x-who"],
  });
  const asked = [
    ask(source),
    ask(source),
    ask(source, query, { "x-who": "other" }),
    ask(source, mutation),
    ask(source, mutation),
  ];
  await expect.poll(() => waiting.length).toBe(4);
  for (const response of waiting) response.end('{"data":{"a":{"b":1}}}');
  const [first, second] = await Promise.all(asked);
  expect(first).toEqual(second);
  expect(first?.data).not.toBe(second?.data);
  expect(calls).toHaveLength(4);

  const later = ask(source);
  await expect.poll(() => waiting.length).toBe(5);
  waiting[4]?.end('{"data":{"a":2}}');
  expect(await later).toEqual({ data: { a: 2 } });
});

test("only the client's headers on the list are passed on", async () => {
  const { source, calls } = await subgraph([json({ data: { a: 1 } })], {
    forwardedHeaders: ["x-request-id", "absent"],
  });
  await ask(source, query, { "x-request-id": "7", cookie: "secret", authorization: "secret" });
  expect(calls[0]?.headers).toMatchObject({ "x-request-id": "7" });
  expect(JSON.stringify(calls[0]?.headers)).not.toMatch(/secret|absent/);
});

test("calls above the size are sent compressed, and answers may come so", async () => {
  const packed: Answer = (response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync('{"data":{"a":1}}'));
  const { source, calls } = await subgraph([packed], { compressFromBytes: 500 });
  expect(await ask(source)).toEqual({ data: { a: 1 } });
  await ask(source, query, {}, { text: "long ".repeat(200) });
  expect(calls.map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "gzip"]);
  expect(calls[0]?.headers["accept-encoding"]).toContain("gzip");
  expect(JSON.parse(gunzipSync(calls[1]?.body ?? "").toString()).variables.text).toHaveLength(1000);
});

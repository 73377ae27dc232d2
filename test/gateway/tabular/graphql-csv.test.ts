import { get } from "node:http";
import { setImmediate } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { expect, onTestFinished, test } from "vitest";
import { longList, serveCsv } from "../../support/long-list.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";
import type { SmallGraph } from "../../support/small-graph.ts";

const gateway = sharedGateway();

function ask(query: string, headers: Record<string, string> = {}, parameters: Record<string, string> = {}) {
  const search = new URLSearchParams({ query, ...parameters });
  return fetch(`${gateway.url}/graphql?${search}`, { headers });
}

test("format=csv, Accept and a POST give the same table", async () => {
  const query = '{ countries { code indicator(id: "SP.POP.TOTL", from: 2025) { values { year value } } } }';
  const byFormat = await ask(query, {}, { format: "csv" });
  const byAccept = await ask(query, { accept: "text/csv, application/json;q=0.5" });
  const byPost = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/csv" },
    body: JSON.stringify({ query }),
  });
  const text = await byFormat.text();

  expect(byFormat.status).toBe(200);
  expect(byFormat.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
  expect(byFormat.headers.get("link")).toContain("https://spdx.org/licenses/CC-BY-4.0.html");
  expect(text.split("\r\n").slice(0, 3)).toEqual([
    "countries.code,year,value [persons]",
    "AFG,2025,43844111",
    "KAZ,2025,20843754",
  ]);
  expect(await byAccept.text()).toBe(text);
  expect(await byPost.text()).toBe(text);
  expect((await ask(query, { accept: "*/*" })).headers.get("content-type")).toContain("json");
});

test("a connection without first is read to its end; with first it is that page", async () => {
  const { data } = await gateway.ask("{ indicators { totalCount } }");
  const rowsOf = async (query: string) => {
    const { data: rows } = Papa.parse<{ id: string }>(await (await ask(query, {}, { format: "csv" })).text(), {
      header: true,
      skipEmptyLines: true,
    });
    return rows.map(({ id }) => id);
  };
  const all = await rowsOf("{ indicators { nodes { id title(language: RU) sdgIndicators { code } } } }");
  expect(all).toHaveLength(data.indicators.totalCount);
  expect(new Set(all).size).toBe(all.length);
  expect(await rowsOf("{ indicators(first: 3) { nodes { id title } } }")).toEqual(all.slice(0, 3));
});

test.each([
  ["{ countries { nam } }", 400, "GRAPHQL_VALIDATION_FAILED", /Did you mean "name"/],
  ["{ countries {", 400, "GRAPHQL_PARSE_FAILED", /Syntax Error/],
  ['{ country(code: "XXX") { code } }', 400, "UNKNOWN_COUNTRY", /XXX/],
  ["{ countries { rivers { name } dams { name capacityKm3 } lakes { id name } } }", 406, "NOT_A_TABLE", /two lists/],
  ["query ($c: CountryCode!) { country(code: $c) { code } }", 400, "BAD_USER_INPUT", /\$c/],
])("%s is refused with a code and a reason", async (query, status, code, message) => {
  const response = await ask(query, { accept: "text/csv" });
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect(response.status).toBe(status);
  expect(errors[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
});

test("an unknown format is refused, a browser gets a byte order mark, and gzip is honoured", async () => {
  expect((await ask("{ countries { code } }", {}, { format: "xml" })).status).toBe(400);
  const bytes = async (accept: string) =>
    Buffer.from(await (await ask("{ countries { code } }", { accept }, { format: "csv" })).arrayBuffer());
  expect((await bytes("text/html,*/*")).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect((await bytes("*/*")).subarray(0, 4).toString()).toBe("code");
  const zipped = await rawGet(
    `${gateway.url}/graphql?format=csv&query=${encodeURIComponent("{ countries { code } }")}`,
    "gzip",
  );
  expect(zipped.encoding).toBe("gzip");
  expect(gunzipSync(zipped.body).toString()).toContain("KAZ\r\n");
});

const rowCount = 100_000;

/** Where the whole list is to be had as CSV, until the test ends. */
async function serve(graph: SmallGraph): Promise<string> {
  const { url, close } = await serveCsv(graph);
  onTestFinished(close);
  return url;
}

test("100,000 rows arrive whole, each once and in order", async () => {
  const graph = longList(rowCount);
  const text = await (await fetch(await serve(graph))).text();
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n", skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(rowCount + 1);
  expect(data.every(([id, name], i) => i === 0 || (id === String(i - 1) && name === `'=row, "${i - 1}"`))).toBe(true);
  expect(graph.executions).toHaveLength(rowCount / 1000);
});

test("pages are asked for only as fast as the client reads, and no more once it has gone", async () => {
  const graph = longList(rowCount, "-".repeat(500));
  const url = await serve(graph);
  const reading = await new Promise<import("node:http").IncomingMessage>((resolve) => get(url, resolve));
  reading.pause();
  const settled = async () => {
    // The sockets' buffers fill; then nobody asks for a page any more.
    for (let before = -1; before !== graph.executions.length; ) {
      before = graph.executions.length;
      for (let i = 0; i < 2000; i++) await setImmediate();
    }
    return graph.executions.length;
  };
  expect(await settled()).toBeLessThan(rowCount / 1000);
  reading.destroy();
  const afterLeaving = await settled();
  expect(afterLeaving).toBeLessThan(rowCount / 1000);
});

function rawGet(url: string, acceptEncoding: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": acceptEncoding } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ encoding: response.headers["content-encoding"], body: Buffer.concat(chunks) });
    }).on("error", reject);
  });
}

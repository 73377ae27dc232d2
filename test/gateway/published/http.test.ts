import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { publishedServer } from "../../support/published-server.ts";

interface Raw {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** fetch adds headers of its own and undoes the coding: this sends what it is given. */
function raw(url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Raw> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
    })
      .on("error", reject)
      .end();
  });
}

test("a client that has the answer gets 304 with the same validators and no body", async () => {
  const { url } = await publishedServer();
  const full = await raw(`${url}/q/rows.csv`);
  const etag = String(full.headers["etag"]);
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
  for (const tag of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
    const again = await raw(`${url}/q/rows.csv`, { "if-none-match": tag });
    expect(again.status, tag).toBe(304);
    expect(again.body).toHaveLength(0);
    for (const name of ["etag", "cache-control", "vary", "age"]) expect(again.headers[name]).toBe(full.headers[name]);
    expect(again.headers["content-length"]).toBeUndefined();
  }
  expect((await raw(`${url}/q/rows.csv`, { "if-none-match": '"other"' })).status).toBe(200);
  expect((await raw(`${url}/q/rows.json`, { "if-none-match": etag })).status).toBe(200);
});

test("the tag follows the answer: the same figures keep it, other figures change it", async () => {
  const server = await publishedServer();
  const tag = async () => (await raw(`${server.url}/q/rows.json`)).headers["etag"];
  const before = await tag();
  server.now += 1_000_000;
  expect(await tag()).toBe(before);
  server.now += 1_000_000;
  server.value = 2;
  expect(await tag()).not.toBe(before);
});

test("the headers say how long it may be kept and where the other forms are", async () => {
  const { url } = await publishedServer();
  const { headers } = await raw(`${url}/q/rows.json`);
  expect(headers["cache-control"]).toBe("public, max-age=60, stale-while-revalidate=60, stale-if-error=86400");
  expect(headers["link"]).toContain('</q/rows.csv>; rel="alternate"; type="text/csv"');
  expect(headers["vary"]).toBe("Accept-Encoding");
});

test("HEAD gives the headers of GET without the body", async () => {
  const { url } = await publishedServer();
  for (const format of ["json", "csv", "svg"]) {
    const get = await raw(`${url}/q/rows.${format}`, { "accept-encoding": "br" });
    const head = await raw(`${url}/q/rows.${format}`, { "accept-encoding": "br" }, "HEAD");
    const { date: _, ...headers } = get.headers;
    expect(head.headers).toMatchObject(headers);
    expect(head.body).toHaveLength(0);
    expect(head.headers["content-length"]).toBe(String(get.body.length));
  }
});

test("brotli and gzip are given to those who accept them, by their own preference", async () => {
  const { url } = await publishedServer();
  const plain = await raw(`${url}/q/rows.csv`);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const cases: [string, string | undefined][] = [
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0.1, gzip", "gzip"],
    ["gzip;q=0, identity", undefined],
    ["deflate", undefined],
    ["*", "br"],
  ];
  for (const [accepted, coding] of cases) {
    const { headers, body } = await raw(`${url}/q/rows.csv`, { "accept-encoding": accepted });
    expect(headers["content-encoding"], accepted).toBe(coding);
    const decoded = coding === "br" ? brotliDecompressSync(body) : coding === "gzip" ? gunzipSync(body) : body;
    expect(decoded.equals(plain.body), accepted).toBe(true);
    expect(headers["etag"]).toBe(plain.headers["etag"]);
  }
});

test("without an extension Accept chooses the form, and what is not to be had is a 406", async () => {
  const { url } = await publishedServer();
  const typeFor = async (accept: string) => (await raw(`${url}/q/rows`, { accept })).headers["content-type"];
  expect(await typeFor("*/*")).toBe("application/json; charset=utf-8");
  expect(await typeFor("text/csv")).toBe("text/csv; charset=utf-8; header=present");
  expect(await typeFor("application/json;q=0.1, image/*")).toBe("image/svg+xml; charset=utf-8");
  expect((await raw(`${url}/q/rows`, { accept: "text/csv" })).headers["vary"]).toContain("Accept,");
  const none = await raw(`${url}/q/rows`, { accept: "application/pdf" });
  expect(none.status).toBe(406);
  expect(JSON.parse(none.body.toString()).errors[0].extensions.code).toBe("NOT_ACCEPTABLE");
});

test("a browser's CSV begins with a byte order mark, a program's does not", async () => {
  const { url } = await publishedServer();
  const browser = await raw(`${url}/q/rows.csv`, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
  const program = await raw(`${url}/q/rows.csv`, { accept: "*/*" });
  expect(browser.body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(browser.body.subarray(3).equals(program.body)).toBe(true);
  expect(program.body.toString()).toMatch(/^year,value\.value \[m\],value\.unit,freshness\r\n1500,1,m,/);
  expect(browser.headers["vary"]).toContain("Accept,");
});

test("other methods are refused and told which are allowed", async () => {
  const { url } = await publishedServer();
  const { status, headers } = await raw(`${url}/q/rows.json`, {}, "DELETE");
  expect(status).toBe(405);
  expect(headers["allow"]).toBe("GET, HEAD, OPTIONS");
});

test("a chart of more points than can be told apart is refused", async () => {
  const { url } = await publishedServer();
  const { status, body } = await raw(`${url}/q/rows.svg?most=6000`);
  expect(status).toBe(400);
  expect(body.toString()).toContain("6000 points");
});

import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { sharedGateway } from "../support/shared-gateway.ts";

const gateway = sharedGateway();

async function send(body: Buffer) {
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const response = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body: new Uint8Array(body) });
  const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data: answer.data, code: answer.errors?.[0]?.extensions.code };
}

async function ask(query: string, accepted: string) {
  const headers = { "content-type": "application/json", "accept-encoding": accepted };
  const response = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
  const coding = response.headers.get("content-encoding");
  return { coding, vary: response.headers.get("vary"), answer: await response.json() };
}

test("a gzipped body is read, and a false or swollen one is refused", async () => {
  const query = JSON.stringify({ query: '{ country(code: "KAZ") { code } }' });
  expect(await send(gzipSync(query))).toMatchObject({ data: { country: { code: "KAZ" } } });
  expect(await send(Buffer.from(query))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  expect(await send(gzipSync(" ".repeat(5e6)))).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
});

test("an answer comes in the coding that the client prefers, a small one as it is", async () => {
  const large = '{ country(code: "KAZ") { indicator(id: "SP.POP.TOTL") { values { value year unit } } } }';
  const plain = await ask(large, "identity");
  expect(plain.coding).toBeNull();
  expect(plain.answer).toMatchObject({ data: { country: { indicator: { values: expect.anything() } } } });
  expect(await ask(large, "br, gzip")).toEqual({ ...plain, coding: "br" });
  expect(await ask(large, "gzip;q=1, br;q=0.5")).toEqual({ ...plain, coding: "gzip" });
  expect(plain.vary).toMatch(/\bAccept-Encoding\b/);
  expect((await ask('{ country(code: "KAZ") { code } }', "br")).coding).toBeNull();
});

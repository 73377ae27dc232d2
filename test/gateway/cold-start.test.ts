import { afterAll, beforeAll, expect, test } from "vitest";
import { upstreamIds } from "../../subgraphs/kit/source/upstreams.ts";
import { startGateway, type TestGateway } from "../support/gateway.ts";
import { readmeQueries } from "../support/readme-queries.ts";
import { listenSilently } from "../support/silent-server.ts";
import type { Upstream } from "../support/upstream.ts";

let silent: Upstream;
let gateway: TestGateway;
beforeAll(async () => {
  silent = await listenSilently();
  gateway = await startGateway({
    SOURCES: "auto",
    ...Object.fromEntries(upstreamIds.map((id) => [`${id}_BASE_URL`, silent.url])),
  });
});
afterAll(async () => {
  await gateway.close();
  await silent.close();
});

test("with upstreams that never answer, the first answer to every query of the README is there at once", async () => {
  expect(readmeQueries.length).toBeGreaterThan(0);
  const times: number[] = [];
  for (const query of readmeQueries) {
    const askedAt = performance.now();
    const { errors } = await gateway.ask(query);
    times.push(performance.now() - askedAt);
    // Some of them show what an error looks like; none of these may come from an upstream.
    expect(errors.map(({ extensions }) => extensions.code).join()).not.toMatch(/SOURCE|INTERNAL/);
  }
  expect(silent.requests.length).toBeGreaterThan(0);
  const slowest = Math.max(...times);
  process.stdout.write(
    `cold start, upstreams never answer: ${readmeQueries.length} queries, slowest ${Math.round(slowest)} ms (aim 300)\n`,
  );
  // Far below the time for which an answer would wait for an upstream, and far above what a busy machine adds.
  expect(slowest).toBeLessThan(2_000);
});

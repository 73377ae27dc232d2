import { expect, test } from "vitest";
import { z } from "zod";
import { json } from "../../../subgraphs/kit/source/json.ts";
import { replayedService } from "../../support/replay-source.ts";
import { openTestUpstream } from "../../support/test-upstream.ts";
import type { Reply, SeenRequest } from "../../support/upstream.ts";

const shape = z.object({ year: z.number() });
const dayMs = 24 * 3_600_000;

const replay = replayedService();

function setUp() {
  const { upstream, clock } = openTestUpstream("GDACS", replay.url);
  return { clock, ask: (path = "/data") => upstream.get({ path, parse: json(shape) }) };
}

/** Answers 304 to whoever names the current version. */
const versioned =
  (etag: string, year: number) =>
  ({ headers }: SeenRequest): Reply =>
    headers["if-none-match"] === etag ? { status: 304 } : { headers: { etag }, body: { year } };

test("an answer with an ETag is asked for again only if it changed", async () => {
  const { ask } = setUp();
  replay.script("/data", versioned('"one"', 2023));
  expect(await ask()).toEqual({ year: 2023 });
  expect(await ask()).toEqual({ year: 2023 });
  expect(replay.requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"one"']);

  replay.script("/data", versioned('"two"', 2024));
  expect(await ask()).toEqual({ year: 2024 });
  expect(await ask()).toEqual({ year: 2024 });
  expect(replay.requests.at(-1)?.headers["if-none-match"]).toBe('"two"');
});

test("a date of the last change serves as well", async () => {
  const { ask } = setUp();
  const date = "Mon, 23 Nov 2026 08:00:00 GMT";
  replay.script("/data", { headers: { "last-modified": date }, body: { year: 2023 } }, { status: 304 });
  await ask();
  expect(await ask()).toEqual({ year: 2023 });
  expect(replay.requests.at(-1)?.headers["if-modified-since"]).toBe(date);
});

test("an answer without either, and one of another address, is asked for whole", async () => {
  const { ask } = setUp();
  replay.script("/data", { body: { year: 2023 } });
  replay.script("/other", versioned('"one"', 1999));
  await ask();
  await ask();
  await ask("/other");
  expect(replay.requests.flatMap(({ headers }) => headers["if-none-match"] ?? [])).toEqual([]);
});

test("what could not be read is not kept", async () => {
  const { ask } = setUp();
  replay.script("/data", { headers: { etag: '"bad"' }, body: { year: "soon" } });
  await expect(ask()).rejects.toMatchObject({ extensions: { code: "SOURCE_MALFORMED" } });
  replay.script("/data", versioned('"bad"', 2024));
  expect(await ask()).toEqual({ year: 2024 });
});

test("an answer is kept for as long as it is confirmed, and a week after that", async () => {
  const { ask, clock } = setUp();
  replay.script("/data", versioned('"one"', 2023));
  await ask();
  clock.advance(6 * dayMs);
  await ask();
  clock.advance(6 * dayMs);
  expect(await ask()).toEqual({ year: 2023 });
  expect(replay.requests.at(-1)?.headers["if-none-match"]).toBe('"one"');
  clock.advance(8 * dayMs);
  await ask();
  expect(replay.requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
});

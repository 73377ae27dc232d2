import { expect, test } from "vitest";
import { SourceUnavailable } from "../../../subgraphs/kit/source/errors.ts";
import { PartialFailure } from "../../../subgraphs/kit/source/partial-failure.ts";
import { cachedInMemory, policy } from "../../support/cached-in-memory.ts";
import { until } from "../../support/redis.ts";

test("those who ask while a fetch is under way share it; only the one who set it off calls it live", async () => {
  const { live, ask } = cachedInMemory();
  live.give({ a: 1 });
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask("a")));
  expect(answers.filter(({ a }) => a === "1 LIVE").length).toBe(1);
  expect(answers.filter(({ a }) => a === "1 CACHED").length).toBe(99);
  expect(live.calls.length).toBe(1);
});

test("one failing key costs the others nothing", async () => {
  const { live, source, ask } = cachedInMemory();
  live.give({ a: 1 });
  await ask("a");
  live.fail(new SourceUnavailable("LIVE_ONE", "cannot be reached"));
  const failure = await source.fetch(["a", "b"]).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PartialFailure);
  const { readings, failures } = failure as PartialFailure<string, number>;
  expect([...readings.keys()]).toEqual(["a"]);
  expect([...failures.keys()]).toEqual(["b"]);
});

test("who asks waits no longer than its signal, and the fetch goes on for the next", async () => {
  const { live, source, ask } = cachedInMemory();
  live.give({ a: 1 });
  let answer: () => void = () => undefined;
  live.during(() => new Promise((resolve) => (answer = resolve)));
  const request = new AbortController();
  const asked = source.fetch(["a"], request.signal);
  await until("the call", () => live.calls.length === 1);
  request.abort();
  await expect(asked).rejects.toMatchObject({ extensions: { code: "SOURCE_TIMEOUT" } });
  answer();
  expect(await ask("a")).toEqual({ a: "1 CACHED" });
  expect(live.calls.length).toBe(1);
});

test("a source that never answers is given up after its time", async () => {
  const { live, ask } = cachedInMemory({ options: { policy: { ...policy, fetchTimeoutMs: 30 } } });
  live.during(() => new Promise(() => undefined));
  await expect(ask("a")).rejects.toMatchObject({ extensions: { code: "SOURCE_TIMEOUT" } });
});

import { expect, test } from "vitest";
import { gather } from "../../../subgraphs/kit/source/gather.ts";
import { PartialFailure } from "../../../subgraphs/kit/source/partial-failure.ts";
import type { Reading } from "../../../subgraphs/kit/source/source.ts";

const reading = (data: number): Reading<number> => ({
  data,
  source: "FTS",
  freshness: "LIVE",
  retrievedAt: "",
  vintage: null,
});
const good = (key: string) => ({ keys: [key], read: async () => new Map([[key, reading(1)]]) });
const bad = (...keys: string[]) => ({ keys, read: () => Promise.reject(new Error(keys.join())) });

test("parts are put together, and no part is an empty answer", async () => {
  expect([...(await gather([good("a"), good("b")])).keys()]).toEqual(["a", "b"]);
  expect((await gather([])).size).toBe(0);
});

test("a failed part costs its own keys", async () => {
  const error = await gather([good("a"), bad("b", "c")]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PartialFailure);
  const { readings, failures } = error as PartialFailure<string, number>;
  expect([...readings.keys()]).toEqual(["a"]);
  expect([...failures.keys()]).toEqual(["b", "c"]);
});

test("a part that failed in part gives what it has", async () => {
  const half = {
    keys: ["b", "c"],
    read: () => Promise.reject(new PartialFailure(new Map([["b", reading(2)]]), new Map([["c", new Error("c")]]))),
  };
  const error = (await gather([good("a"), half]).catch((reason: unknown) => reason)) as PartialFailure<string, number>;
  expect([...error.readings.keys()]).toEqual(["a", "b"]);
  expect([...error.failures.keys()]).toEqual(["c"]);
});

test("when every part failed the first error is the answer", async () => {
  await expect(gather([bad("a"), bad("b")])).rejects.toThrow("a");
});

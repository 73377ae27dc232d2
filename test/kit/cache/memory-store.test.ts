import { expect, test } from "vitest";
import { createMemoryStore } from "../../../subgraphs/kit/cache/memory-store.ts";
import { createTestClock } from "../../support/test-clock.ts";

const clock = createTestClock();
const entry = (value: unknown, tags: readonly string[] = []) => {
  const now = clock.now();
  return { value, storedAt: now, freshUntil: now + 1000, staleUntil: now + 1000, tags };
};

test("memory is bounded in bytes: the least recently used go first, and their tags with them", async () => {
  const store = createMemoryStore({ maxBytes: 100_000, clock: clock.now });
  const keys = Array.from({ length: 1000 }, (_, index) => `key-${index}`);
  for (const key of keys) {
    await store.set(key, entry("x".repeat(1000), ["all"]));
    await store.getMany(["key-0"]);
  }
  const found = [...(await store.getMany(keys)).keys()];
  expect(found.length).toBeGreaterThan(90);
  expect(found.length).toBeLessThan(100);
  expect(found).toContain("key-0");
  expect(found).toContain("key-999");
  expect(await store.invalidate(["all"])).toBe(found.length);
});

test("one huge entry is not kept and drives nothing out", async () => {
  const store = createMemoryStore({ maxBytes: 100_000, clock: clock.now });
  await store.set("small", entry("kept"));
  await store.set("huge", entry("x".repeat(50_000), ["all"]));
  expect([...(await store.getMany(["small", "huge"])).keys()]).toEqual(["small"]);
  expect(await store.invalidate(["all"])).toBe(0);
});

import { expect, test } from "vitest";
import { parseRetryAfter } from "../../../subgraphs/kit/source/retry-after.ts";

const now = Date.UTC(2026, 10, 24, 12);

test("whole seconds and HTTP dates are read as milliseconds to wait", () => {
  expect(parseRetryAfter("1", now)).toBe(1000);
  expect(parseRetryAfter(" 120 ", now)).toBe(120_000);
  expect(parseRetryAfter("0", now)).toBe(0);
  expect(parseRetryAfter("Tue, 24 Nov 2026 12:00:30 GMT", now)).toBe(30_000);
});

test("anything else is no wait at all", () => {
  for (const header of [
    null,
    "",
    "-1",
    "1.5",
    "soon",
    "2026-11-24T12:00:30Z",
    "Tue, 24 Nov 2026 11:00:00 GMT",
    "1e3",
  ]) {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  }
});

import { expect, test } from "vitest";
import { dollarsOfMillions } from "../../../subgraphs/trade/records.ts";

test("millions become dollars without a trace of binary arithmetic", () => {
  expect(dollarsOfMillions("6312.09122")).toBe(6312091220);
  expect(dollarsOfMillions("1734.970508")).toBe(1734970508);
  expect(dollarsOfMillions("0.000096")).toBe(96);
  expect(dollarsOfMillions("8e-7")).toBe(0.8);
  expect(dollarsOfMillions("0")).toBe(0);
});

test("a cell that is no number is an error, not a zero", () => {
  expect(() => dollarsOfMillions("n.a.")).toThrow("n.a.");
});

import { expect, test } from "vitest";
import { parseCell } from "../../../../subgraphs/trade/import/imf-cells.ts";

test("a blank and an e behind the number are the mark of an estimate", () => {
  expect(parseCell("1,412.34 e")).toEqual({ valueMillionUsd: 1412.34, estimated: true });
  expect(parseCell("0.00 e")).toEqual({ valueMillionUsd: 0, estimated: true });
});

test("an e inside the number is its exponent", () => {
  expect(parseCell("9.6e-05")).toEqual({ valueMillionUsd: 0.000096, estimated: false });
});

test("what is no number stops the import", () => {
  for (const printed of ["n.a.", " e", "1.5 p"]) expect(() => parseCell(printed)).toThrow(printed);
});

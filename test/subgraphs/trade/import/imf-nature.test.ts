import { expect, test } from "vitest";
import { imfArea } from "../../../../subgraphs/trade/import/imf-areas.ts";
import type { Flow, ImfCell } from "../../../../subgraphs/trade/import/imf-cells.ts";
import { imfNatures } from "../../../../subgraphs/trade/import/imf-nature.ts";

function cellOf(
  reporter: string,
  partner: string,
  flow: Flow,
  year: number,
  value: number,
  estimated = false,
): ImfCell {
  return { reporter: imfArea(reporter), partner: imfArea(partner), flow, year, valueMillionUsd: value, estimated };
}

/** Eleven years of trade from Turkey: what it exports, and what the other side imports by this factor. */
function trade(importer: string, factor: number): { exports: ImfCell[]; imports: ImfCell[] } {
  const years = Array.from({ length: 11 }, (_, i) => 2004 + i);
  return {
    exports: years.map((year) => cellOf("Turkey", importer, "EXPORT", year, 100 + year)),
    imports: years.map((year) => cellOf(importer, "Turkey", "IMPORT", year, (100 + year) * factor)),
  };
}

test("the reporter whose figures are its partners' times 1.06 is imputed, and its partner stays a reporter", () => {
  const made = trade("Turkmenistan", 1.06);
  const reported = trade("Kyrgyz Rep.", 1.03);
  const natures = imfNatures([made, reported].flatMap(({ exports, imports }) => [...exports, ...imports]));
  expect(new Set(made.imports.map((cell) => natures.get(cell)))).toEqual(new Set(["IMPUTED"]));
  expect(new Set(made.exports.map((cell) => natures.get(cell)))).toEqual(new Set(["REPORTED"]));
  expect(new Set(reported.imports.map((cell) => natures.get(cell)))).toEqual(new Set(["REPORTED"]));
});

test("a few pairs at the factor are chance", () => {
  const { exports, imports } = trade("Turkmenistan", 1.06);
  const natures = imfNatures([...exports.slice(0, 9), ...imports.slice(0, 9)]);
  expect(new Set(natures.values())).toEqual(new Set(["REPORTED"]));
});

test("the publisher's own mark comes before the factor", () => {
  const { exports, imports } = trade("Turkmenistan", 1.06);
  const marked = imports.map((cell) => ({ ...cell, estimated: true }));
  const natures = imfNatures([...exports, ...marked]);
  expect(new Set(marked.map((cell) => natures.get(cell)))).toEqual(new Set(["ESTIMATED"]));
  expect(new Set(exports.map((cell) => natures.get(cell)))).toEqual(new Set(["REPORTED"]));
});

test("a World row takes the nature of most of what it is the sum of", () => {
  const { exports, imports } = trade("Turkmenistan", 1.06);
  const worldOf = (year: number) => cellOf("Turkmenistan", "World", "IMPORT", year, 5000);
  const china = cellOf("Turkmenistan", "China, P.R.: Mainland", "IMPORT", 2005, 4000);
  const japan = cellOf("Turkmenistan", "Japan", "IMPORT", 2005, 400);
  const [of2004, of2005] = [worldOf(2004), worldOf(2005)];
  const natures = imfNatures([...exports, ...imports, china, japan, of2004, of2005]);
  expect(natures.get(of2004)).toBe("IMPUTED");
  expect(natures.get(of2005)).toBe("REPORTED");
});

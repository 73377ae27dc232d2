import { byText } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { type Flow, type ImfCell, readImfCells } from "./imf-cells.ts";
import { type ImfNature, imfNatures } from "./imf-nature.ts";
import { collectedAt } from "./publisher-files.ts";

const rule = [
  "One row per cell of the IMF's annual Direction of Trade files that is not blank: reports of the six on all their partners,",
  "and reports of all others on the six. Values as printed, without commas; digits after the decimal point are not rounded.",
  "A cell that the IMF marks with an e is ESTIMATED.",
  "IMPUTED by our test: an import is 1.06 times the partner's export (within 0.0002), neither is marked, and the reporter shows this factor",
  "in a larger share of all its pairs than the partner does, and in ten cells at least (fewer are chance).",
  "World and group rows of a reporter take the nature of more than half of its partners' cells in that year.",
  "World is the publisher's own row, never a sum of ours. Groups stand beside their members and are not to be added to them.",
  "The files bear no date: retrievedAt is that of the collection they came in.",
].join(" ");

const columns = {
  reporter: "Code of the area that reports (table partners)",
  partner: "Code of the area it reports on (table partners)",
  year: "Calendar year",
  valueMillionUsd: "Value of the goods in million US dollars at current prices",
  nature: "ESTIMATED or IMPUTED; empty for what the reporter reported",
};

const valuation: Readonly<Record<Flow, string>> = {
  EXPORT: "Exports are valued free on board.",
  IMPORT: "Imports are valued with cost, insurance and freight.",
};

/** `imf-exports` and `imf-imports`: two tables, because most questions need one of them. */
export async function imfTables(folder: string): Promise<readonly NewTable[]> {
  const cells = await readImfCells(folder);
  const natures = imfNatures(cells);
  return (["EXPORT", "IMPORT"] as const).map((flow) => ({
    name: `imf-${flow.toLowerCase()}s`,
    info: {
      sources: ["IMF"],
      licence: "IMF Terms of Use (free re-use with attribution)",
      vintage: "2020",
      retrievedAt: collectedAt,
      rule: `${rule} ${valuation[flow]}`,
      columns,
    },
    rows: cells
      .filter((cell) => cell.flow === flow)
      .toSorted(byKeys)
      .map((cell) => toRow(cell, natures.get(cell) ?? "REPORTED")),
  }));
}

function byKeys(a: ImfCell, b: ImfCell): number {
  return byText(a.reporter.code, b.reporter.code) || byText(a.partner.code, b.partner.code) || a.year - b.year;
}

function toRow({ reporter, partner, year, valueMillionUsd }: ImfCell, nature: ImfNature) {
  return {
    reporter: reporter.code,
    partner: partner.code,
    year,
    valueMillionUsd,
    nature: nature === "REPORTED" ? "" : nature,
  };
}

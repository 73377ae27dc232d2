import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns } from "./publisher-files.ts";
import { publications } from "./reference/published-figures.ts";

/** One figure of a basin, river, lake or dam that belongs to no year. */
export interface FigureRow extends Record<string, string | number | undefined> {
  readonly body: "basin" | "river" | "lake" | "dam";
  readonly id: string;
  readonly measure: string;
  readonly value: number;
  readonly source: string;
}

const columns = {
  body: "What it is a figure of: basin, river, lake or dam",
  id: "Id of the basin, river, lake or dam",
  measure:
    "What is measured, with its unit: lengthKm, areaKm2, volumeKm3, basinAreaKm2, meanFlowKm3 and originFlowKm3 (a year), allocationKm3 (a year), allocationPercent, powerMw",
  country: "ISO 3166-1 alpha-3 code, for a country's part in a basin",
  value: "The figure, in the unit that measure names",
  note: "What the figure takes in, where that is not the whole",
  source: "Id of the source",
  vintage: "Year of the publication; empty where it has none",
};

export function figureTable(
  name: string,
  info: Omit<NewTable["info"], "columns">,
  rows: readonly FigureRow[],
): NewTable {
  return {
    name,
    info: { ...info, columns },
    rows: rows.toSorted(byColumns("body", "id", "measure", "country", "source", "value")),
  };
}

/** The figures that are printed in publications and in no machine-readable file. */
export function publishedFigures(): NewTable {
  const rows = publications.flatMap(({ figures, source, vintage }) =>
    figures.map((figure): FigureRow => ({ ...figure, source, vintage })),
  );
  const places = publications.map(({ source, where }) => `${source}: ${where}`).join("; ");
  const info = {
    sources: [...new Set(publications.map(({ source }) => source))],
    licence: "facts, cited",
    vintage: "1984 to 2025",
    retrievedAt: "2026-11-23T00:00:00Z",
    rule: `Figures transcribed as they are printed, one a row. ${places}. Figures of different publications follow different definitions of a basin and are never combined.`,
  };
  return figureTable("figures-published", info, rows);
}

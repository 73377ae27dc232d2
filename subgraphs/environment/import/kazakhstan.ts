import { cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { type FigureRow, figureTable } from "./figures.ts";
import { figure } from "./publisher-files.ts";
import { lakes } from "./reference/lakes.ts";
import { riverByName } from "./river-names.ts";

/** Lengths of rivers and areas of lakes by the statistics of Kazakhstan. */
export async function kazakhstanFigures(folder: string): Promise<NewTable> {
  const rivers = await readCsv(folder, "open_data_kazakhstan/water-basins-rivers.csv");
  const bodies = await readCsv(folder, "open_data_kazakhstan/water-basins-lakes.csv");
  const rows: FigureRow[] = [
    ...rivers.map((row) => {
      const name = cell(row, "rivers_kz");
      const river = riverByName(name);
      if (!river) throw new Error(`No river for ${name}`);
      return toRow("river", river.id, "lengthKm", figure(row, "river_length"));
    }),
    ...lakes.flatMap(({ id, kazakhstan }) => {
      if (!kazakhstan) return [];
      const [row, ...others] = bodies.filter((body) => cell(body, "lakes_kz") === kazakhstan);
      if (!row || others.length > 0) throw new Error(`Not one lake by the name ${kazakhstan}`);
      return [toRow("lake", id, "areaKm2", figure(row, "square"))];
    }),
  ];
  const info = {
    sources: ["STAT_KAZ"],
    licence: "PDDL-1.0",
    vintage: "undated",
    retrievedAt: "2026-11-23T00:00:00Z",
    rule: "The whole length of every river of the list; of the lakes those that another source or a map names too. Files that give basins and discharge have wrong units and shifted columns and are not used.",
  };
  return figureTable("figures-kazakhstan", info, rows);
}

function toRow(body: FigureRow["body"], id: string, measure: string, value: number | undefined): FigureRow {
  if (value === undefined) throw new Error(`No ${measure} for ${id}`);
  return { body, id, measure, value, source: "STAT_KAZ" };
}

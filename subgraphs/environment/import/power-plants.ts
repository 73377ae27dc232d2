import { cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { type FigureRow, figureTable } from "./figures.ts";
import { figure } from "./publisher-files.ts";
import { powerPlants } from "./reference/dams.ts";

/** Installed power of the plants at the dams, in the countries that the database has a file of. */
export async function powerFigures(folder: string): Promise<NewTable> {
  const names = [...new Set(Object.values(powerPlants).map(([file]) => file))];
  const files = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readCsv(folder, `hydropower_wri/wri_gppd_hydro_${name}.csv`)] as const),
    ),
  );
  const rows = Object.entries(powerPlants).map(([dam, [file, plant]]): FigureRow => {
    const row = files.get(file)?.find((candidate) => cell(candidate, "Name") === plant);
    const value = row && figure(row, "Capacity (MW)");
    if (value === undefined) throw new Error(`No power of a plant ${plant} in the file of ${file}`);
    return { body: "dam", id: dam, measure: "powerMw", value, source: "WRI_POWER_PLANTS", vintage: "2022" };
  });
  const info = {
    sources: ["WRI_POWER_PLANTS"],
    licence: "CC-BY-4.0",
    vintage: "2022",
    retrievedAt: "2026-11-23T00:00:00Z",
    rule: "Capacity of the plant that stands at the dam. The plant at Farkhad counts for the dam under each of the two countries that list it; the row of Sangtuda 2 repeats that of Sangtuda 1 and is left out.",
  };
  return figureTable("figures-power-plants", info, rows);
}

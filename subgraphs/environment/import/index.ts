import type { Importer } from "../../kit/snapshot/write.ts";
import { factbookAir, worldBankAir } from "./air-quality.ts";
import { aquastat, drinkingWater, unsdSeriesTable } from "./country-series.ts";
import { damStorage } from "./dam-storage.ts";
import { dams } from "./dams.ts";
import { discharge, gauges } from "./discharge.ts";
import { factbookFigures, readFactbook } from "./factbook.ts";
import { publishedFigures } from "./figures.ts";
import { glacierTables } from "./glaciers.ts";
import { kazakhstanFigures } from "./kazakhstan.ts";
import { lakeAreas, lakeLevels } from "./lakes.ts";
import { powerFigures } from "./power-plants.ts";
import { waterTables } from "./waters.ts";

/** Every table of the environment subgraph from a folder of publisher files. */
export const importTables: Importer = async (folder) => {
  const factbook = await readFactbook(folder);
  return [
    ...waterTables(),
    publishedFigures(),
    factbookFigures(factbook),
    factbookAir(factbook),
    await kazakhstanFigures(folder),
    await lakeAreas(folder),
    await lakeLevels(folder),
    await dams(folder),
    damStorage(),
    await powerFigures(folder),
    ...(await glacierTables(folder)),
    await gauges(folder),
    await discharge(folder),
    await aquastat(folder),
    await drinkingWater(folder),
    await unsdSeriesTable(folder),
    await worldBankAir(folder),
  ];
};

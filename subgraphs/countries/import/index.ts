import type { Importer } from "../../kit/snapshot/write.ts";
import { countriesTable } from "./countries.ts";
import { countryNamesTable } from "./country-names.ts";
import { readCountryReference } from "./country-reference.ts";
import { indicatorsTable } from "./indicators.ts";
import { readSdgFramework, sdgTables } from "./sdg.ts";
import { unsdTable } from "./unsd.ts";
import { wdiTables } from "./wdi.ts";

export const importTables: Importer = async (folder) => {
  const reference = await readCountryReference(folder);
  const wdi = await wdiTables(folder);
  const { table: unsd, series } = await unsdTable(folder);
  const framework = await readSdgFramework(folder);
  const sdgCodes = new Set(framework.indicators.map(({ code }) => code));
  const surfaceAreas = wdi.flatMap(({ rows }) => rows.filter(({ indicator }) => indicator === "AG.SRF.TOTL.K2"));
  return [
    countriesTable(reference, surfaceAreas),
    countryNamesTable(reference),
    await indicatorsTable(folder, wdi, unsd, series, sdgCodes),
    ...wdi,
    unsd,
    ...(await sdgTables(framework, series)),
  ];
};

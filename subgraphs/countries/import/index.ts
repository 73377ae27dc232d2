import type { Importer } from "../../kit/snapshot/write.ts";
import { countriesTable } from "./countries.ts";
import { countryNamesTable } from "./country-names.ts";
import { readCountryReference } from "./country-reference.ts";
import { globalIndicators, indicatorsTable } from "./indicators.ts";
import { importNational } from "./national/index.ts";
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
  const global = await globalIndicators(folder, wdi, unsd, series, sdgCodes);
  const units = new Map(global.rows.map(({ id, unit }) => [id, unit]));
  const national = await importNational(folder, sdgCodes, (code) => units.get(`UNSD:${code}`));
  return [
    countriesTable(reference, surfaceAreas),
    countryNamesTable(reference),
    indicatorsTable([global, national]),
    ...wdi,
    unsd,
    ...national.tables,
    ...(await sdgTables(framework, series)),
  ];
};

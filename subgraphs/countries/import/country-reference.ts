import { z } from "zod";
import { cell, type PublisherRow, readCsv, readJson } from "../../kit/snapshot/publisher-file.ts";

const worldBankCountry = z.object({
  iso3c: z.string(),
  region: z.string(),
  capital: z.string(),
  longitude: z.string(),
  latitude: z.string(),
  income: z.string(),
  lending: z.string(),
});
type WorldBankCountry = z.infer<typeof worldBankCountry>;

interface GeoArea {
  readonly geoAreaCode: number;
  readonly geoAreaName: string;
  readonly children: readonly GeoArea[] | null;
}
const geoArea: z.ZodType<GeoArea> = z.object({
  geoAreaCode: z.number(),
  geoAreaName: z.string(),
  get children() {
    return z.array(geoArea).nullable();
  },
});

/** What publishers say of the countries of the region and their partners, each by alpha-3 code. */
export interface CountryReference {
  readonly codes: ReadonlyMap<string, PublisherRow>;
  readonly m49English: ReadonlyMap<string, PublisherRow>;
  readonly m49Russian: ReadonlyMap<string, PublisherRow>;
  readonly worldBank: ReadonlyMap<string, WorldBankCountry>;
  /** M49 code without padding to the region of the SDG reports. */
  readonly sdgRegions: ReadonlyMap<string, string>;
}

export async function readCountryReference(folder: string): Promise<CountryReference> {
  const countries = await readJson(folder, "reference/wb_country_metadata_2026-04.json", z.array(worldBankCountry));
  return {
    codes: byColumn(await readCsv(folder, "reference/country-codes.csv"), "ISO3166-1-Alpha-3"),
    m49English: byColumn(await readCsv(folder, "reference/m49_en.csv"), "ISO-alpha3 Code"),
    m49Russian: byColumn(await readCsv(folder, "reference/m49_ru.csv"), "ISO-alpha3 Code"),
    worldBank: new Map(countries.filter(({ region }) => region !== "Aggregates").map((row) => [row.iso3c, row])),
    sdgRegions: sdgRegions(await readJson(folder, "recorded/unsdg/GeoArea_Tree_pruned.json", z.array(geoArea))),
  };
}

function byColumn(rows: readonly PublisherRow[], column: string): ReadonlyMap<string, PublisherRow> {
  return new Map(rows.map((row) => [cell(row, column), row]));
}

/** The tree has several roots, one per grouping of the world; the regions of the SDG reports are one of them. */
function sdgRegions(roots: readonly GeoArea[]): ReadonlyMap<string, string> {
  const root = roots.find(({ geoAreaName }) => geoAreaName === "World (total) by SDG regions");
  if (!root?.children) throw new Error("The tree of areas has no root by SDG regions");
  const regions = new Map<string, string>();
  for (const region of root.children) {
    for (const country of leaves(region)) regions.set(String(country.geoAreaCode), region.geoAreaName);
  }
  return regions;
}

function leaves(area: GeoArea): readonly GeoArea[] {
  return area.children ? area.children.flatMap(leaves) : [area];
}

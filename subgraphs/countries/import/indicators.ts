import { z } from "zod";
import { byText, cell, readJson } from "../../kit/snapshot/publisher-file.ts";
import type { Cell, NewTable } from "../../kit/snapshot/write.ts";
import { type Catalogue, readCatalogue } from "./catalogue.ts";
import { directionOf } from "./indicator-directions.ts";
import { commonNature, worldBankNature } from "./indicator-natures.ts";
import { unsdUnit, worldBankUnit } from "./indicator-units.ts";
import { readTexts, type Texts } from "./texts.ts";
import type { ShippedSeries, UnsdTable } from "./unsd.ts";
import type { WdiTable } from "./wdi.ts";
import { worldBankTitles } from "./world-bank-titles.ts";

const listed = z.array(z.object({ code: z.string(), title: z.string() }));

const info: NewTable["info"] = {
  sources: ["WORLD_BANK", "UN_SDG", "OPEN_SDG_KAZ", "OPEN_SDG_KGZ", "OPEN_SDG_TJK"],
  licence: "CC-BY-4.0; UNSD: free reuse with citation; official statistics, cite the office",
  vintage: "2026-07",
  retrievedAt: "2026-07-01T00:00:00Z",
  rule: [
    "One row per indicator with at least one row in a table of observations. Titles are the publishers', definitions and Russian titles the project's own.",
    "A national series: the title that the UN gives its code, where the units agree; else the project's own for the series, its page or its SDG indicator, with the code or the page to tell it apart.",
    "Unit: the project's own words for it, else as the title states it, else as the publisher's unit code or the subject says.",
    "Nature of a World Bank code: MODELLED where the title says modelled and for exposure and surgical risk, ESTIMATED for the families that another body estimates for every year, else REPORTED; of a UN series: the one most of its rows have.",
    "SDG indicators of a UN series: its list of series in 2022, else in 2020; of a World Bank code: the catalogue of closest matches, which also gives the related ids, both ways; of a national series: that of its page, and the UN's series of its code is related.",
    "Direction: less is better for poverty, hunger, mortality, violence, unemployment, water stress, emissions, losses and their like; more is better for services, schooling, health, growth and nature; empty for context and for national series, which no status is computed from.",
  ].join(" "),
  columns: {
    id: "World Bank code, UNSD: and the code of the series, or an alpha-3 code and the code or page of a national platform",
    title: "The publisher's title, in English",
    titleRu: "Title in Russian; may be empty",
    unit: "What one unit of the values is",
    description: "Definition in the project's own words; may be empty",
    source: "Id in the register of sources",
    vintage: "Release the values belong to",
    nature: "How most of the values came about: REPORTED, ESTIMATED or MODELLED",
    sdgIndicators: "Codes of the SDG indicators it serves, semicolon-separated",
    related: "Ids of the closest matches of other publishers, semicolon-separated",
    url: "The publisher's page",
    direction: "1 when more is better, -1 when less is, empty for neither",
    table: "Table that holds the observations",
    country: "Alpha-3 code of the only country it is of, for a national series; else empty",
  },
};

export interface IndicatorRow extends Record<string, Cell> {
  readonly id: string;
  readonly unit: string;
}

/** Two ids of near definitions. */
export type Relation = readonly [string, string];

export interface Indicators {
  readonly rows: readonly IndicatorRow[];
  readonly relations: readonly Relation[];
}

/** The indicators of the World Bank and of the UN. */
export async function globalIndicators(
  folder: string,
  wdi: readonly WdiTable[],
  unsd: UnsdTable,
  series: readonly ShippedSeries[],
  sdgCodes: ReadonlySet<string>,
): Promise<Indicators> {
  const catalogue = await readCatalogue(folder, sdgCodes);
  const texts = await readTexts("indicators", "id");
  const titles = await worldBankTitlesOf(folder, catalogue);
  const rows = [
    ...wdi.flatMap((table) => worldBankRows(table, titles, catalogue)),
    ...unsdRows(unsd, series, sdgCodes),
  ];
  return { rows: rows.map((row) => ({ ...row, ...ownWords(row, texts) })), relations: catalogue.relations };
}

export function indicatorsTable(parts: readonly Indicators[]): NewTable {
  const rows = parts.flatMap((part) => part.rows).toSorted((a, b) => byText(a.id, b.id));
  const ids = new Set(rows.map(({ id }) => id));
  const related = new Map<string, Set<string>>();
  for (const [one, other] of parts.flatMap(({ relations }) => relations)) {
    if (!ids.has(one) || !ids.has(other)) continue;
    related.set(one, (related.get(one) ?? new Set()).add(other));
    related.set(other, (related.get(other) ?? new Set()).add(one));
  }
  return {
    name: "indicators",
    info,
    rows: rows.map((row) => ({ ...row, related: [...(related.get(row.id) ?? [])].toSorted(byText).join(";") })),
  };
}

async function worldBankTitlesOf(folder: string, catalogue: Catalogue): Promise<(code: string) => string> {
  const known = new Map(
    (await readJson(folder, "wdi/wdi_indicators.json", listed)).map(({ code, title }) => [code, title]),
  );
  return (code) => {
    const title = known.get(code) ?? catalogue.titles.get(code) ?? worldBankTitles[code];
    if (!title) throw new Error(`No title for the World Bank code ${code}`);
    return title.trim().replace(/\s+/g, " ");
  };
}

function worldBankRows(
  table: WdiTable,
  titleOf: (code: string) => string,
  { sdgIndicators }: Catalogue,
): readonly IndicatorRow[] {
  const codes = new Set(table.rows.map(({ indicator }) => indicator));
  return [...codes].map((id) => {
    const title = titleOf(id);
    return {
      id,
      title,
      unit: worldBankUnit(id, title),
      source: "WORLD_BANK",
      vintage: table.info.vintage,
      nature: worldBankNature(id, title),
      sdgIndicators: (sdgIndicators.get(id) ?? []).join(";"),
      url: `https://data.worldbank.org/indicator/${id}`,
      direction: directionOf(id),
      table: table.name,
    };
  });
}

function unsdRows(
  table: UnsdTable,
  series: readonly ShippedSeries[],
  sdgCodes: ReadonlySet<string>,
): readonly IndicatorRow[] {
  return series.map(({ code, title, sdgIndicators, unitCode }) => {
    const id = `UNSD:${code}`;
    const unknown = sdgIndicators.filter((indicator) => !sdgCodes.has(indicator));
    if (unknown.length > 0) throw new Error(`${id} serves SDG indicators that are not listed: ${unknown.join(", ")}`);
    return {
      id,
      title,
      unit: unsdUnit(code, title, unitCode),
      source: "UN_SDG",
      vintage: table.info.vintage,
      nature: commonNature(table.rows.filter(({ indicator }) => indicator === id).map(({ nature }) => nature)),
      sdgIndicators: sdgIndicators.join(";"),
      url: "https://unstats.un.org/sdgs/dataportal",
      direction: directionOf(id),
      table: table.name,
    };
  });
}

/** The release bundled has other base-year prices, or other ages, than the unit in our own words says. */
const unitsOfTheRelease = new Set(["UNSD:EG_EGY_PRIM", "UNSD:EN_ATM_CO2GDP", "UNSD:SL_TLF_NEET"]);

function ownWords({ id, unit }: IndicatorRow, texts: Texts): Record<"unit" | "titleRu" | "description", string> {
  const own = texts.find(id);
  if (!own) return { unit, titleRu: "", description: "" };
  const ownUnit = unitsOfTheRelease.has(id) ? "" : cell(own, "unit");
  return { unit: ownUnit || unit, titleRu: cell(own, "titleRu"), description: cell(own, "description") };
}

import type { Nature, Qualifier } from "../../kit/graphql/enums.ts";
import { byText, cell, type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { type Dimensions, parseDimensions, pickHeadlines } from "../unsd-headline.ts";
import { noteOf } from "../unsd-notes.ts";
import { readUnsdSeries, type UnsdSeries } from "./unsd-series.ts";

/** Series whose unit, as the publisher states it, cannot be that of the figures. */
const doubtfulUnits = new Map([
  ["ER_MTN_TOTL", "all mountains of Afghanistan at 388 km2"],
  ["ER_MTN_GRNCOV", "as ER_MTN_TOTL, of which it is a part"],
  ["VC_DSR_CHLN", "losses of 2.2 million million US$ in Afghanistan in 2017"],
]);

/** The publisher states no nature, while the makers of the series say that they estimate it. */
const estimatedUnsaid = new Set(["SH_STA_MORT", "EN_LND_SLUM", "SH_SUD_ALCOL"]);

const natures: Readonly<Record<string, Nature>> = {
  c: "REPORTED",
  ca: "REPORTED",
  e: "ESTIMATED",
  g: "ESTIMATED",
  m: "MODELLED",
  n: "REPORTED",
  na: "REPORTED",
  notspec: "REPORTED",
};

interface UnsdRow extends Record<string, string | number> {
  readonly indicator: string;
  readonly nature: Nature;
  readonly value: number | "";
}

interface RawObservation {
  readonly key: string;
  readonly country: string;
  readonly year: number;
  readonly row: PublisherRow;
  readonly dimensions: Dimensions;
}

export interface UnsdTable extends NewTable {
  readonly rows: readonly UnsdRow[];
}

/** A series with at least one row in the table. */
export interface ShippedSeries extends UnsdSeries {
  /** The publisher's code of the unit, such as `per_100_pop`. */
  readonly unitCode: string;
}

export async function unsdTable(folder: string): Promise<{ table: UnsdTable; series: readonly ShippedSeries[] }> {
  const known = await readUnsdSeries(folder);
  const bySeries = groupBySeries(await readCsv(folder, "unsdg/unsd_sdg_2020_6.csv"));
  const rows: UnsdRow[] = [];
  const shipped: ShippedSeries[] = [];
  let undecided = 0;
  let seriesLeftOut = 0;
  for (const [old, publisherRows] of bySeries) {
    const series = known.get(old);
    if (!series) throw new Error(`The list of series does not name ${old}`);
    if (doubtfulUnits.has(series.code)) continue;
    const observations = publisherRows.filter((row) => cell(row, "value") !== "NaN").map(toObservation);
    const headlines = pickHeadlines(observations);
    undecided += new Set(observations.map(({ key }) => key)).size - headlines.length;
    if (headlines.length === 0) seriesLeftOut += 1;
    rows.push(...headlines.map((headline) => toRow(series.code, headline)));
    const [first] = headlines;
    if (first) shipped.push({ ...series, unitCode: cell(first.row, "units") });
  }
  rows.sort(byKeys);
  return { table: { name: "unsd", info: infoOf(undecided, seriesLeftOut), rows }, series: shipped };
}

function groupBySeries(rows: readonly PublisherRow[]): ReadonlyMap<string, readonly PublisherRow[]> {
  const groups = new Map<string, PublisherRow[]>();
  for (const row of rows) {
    const group = groups.get(cell(row, "series"));
    if (group) group.push(row);
    else groups.set(cell(row, "series"), [row]);
  }
  return groups;
}

function toObservation(row: PublisherRow): RawObservation {
  const country = cell(row, "iso3");
  const year = Number(cell(row, "year"));
  return { key: `${country} ${year}`, country, year, row, dimensions: parseDimensions(cell(row, "dimensions")) };
}

function toRow(code: string, { country, year, row, dimensions }: RawObservation): UnsdRow {
  const { value, qualifier } = parseValue(cell(row, "value"));
  const letters = cell(row, "nature");
  const nature = letters === "notspec" && estimatedUnsaid.has(code) ? "ESTIMATED" : natures[letters];
  if (!nature) throw new Error(`Unknown nature ${letters} in ${code}`);
  return { indicator: `UNSD:${code}`, country, year, value, qualifier, nature, note: noteOf(dimensions) };
}

/** "79.8", "<2.5", ">95" and "N", which means that the indicator does not apply. */
function parseValue(text: string): { value: number | ""; qualifier: Qualifier | "" } {
  if (text === "N") return { value: "", qualifier: "NOT_APPLICABLE" };
  const [, sign = "", digits = ""] = text.match(/^([<>]?)(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/) ?? [];
  if (digits === "") throw new Error(`Not a value of the SDG Global Database: ${JSON.stringify(text)}`);
  const qualifier = sign === "<" ? "LESS_THAN" : sign === ">" ? "GREATER_THAN" : "";
  return { value: Number(digits), qualifier };
}

function byKeys(a: UnsdRow, b: UnsdRow): number {
  return (
    byText(a.indicator, b.indicator) ||
    byText(String(a["country"]), String(b["country"])) ||
    Number(a["year"]) - Number(b["year"])
  );
}

function infoOf(undecided: number, seriesLeftOut: number): UnsdTable["info"] {
  return {
    sources: ["UN_SDG"],
    licence: "UNSD: free reuse with citation",
    vintage: "2020-10",
    retrievedAt: "2020-10-19T00:00:00Z",
    rule: [
      "One headline figure per series, country and year, under the code the series has today.",
      "The total over every dimension counts; else a breakdown that is the only one its series knows (women in parliament), and of ages the widest; the note says which.",
      `Where that leaves several figures or only parts of a total, none is taken: ${undecided} country-years, ${seriesLeftOut} whole series.`,
      "Figures of one city are left out, and so is NaN.",
      `Left out because the unit stated cannot be right: ${[...doubtfulUnits].map(([code, why]) => `${code} (${why})`).join(", ")}.`,
      "'<2.5' and '>95' are the bound with a qualifier, 'N' is an empty value with NOT_APPLICABLE.",
      "Nature: C and CA (country, adjusted) REPORTED; E (estimated) and G (global monitoring) ESTIMATED; M MODELLED;",
      `N, NA and none stated REPORTED, but for ${[...estimatedUnsaid].join(", ")}, which their makers estimate.`,
    ].join(" "),
    columns: {
      indicator: "UNSD: and the series code of the SDG Global Database",
      country: "ISO 3166-1 alpha-3 code",
      year: "Year the figure stands for",
      value: "Value in the unit of the indicator, see the table of indicators; empty when it does not apply",
      qualifier: "LESS_THAN, GREATER_THAN or NOT_APPLICABLE; empty for an exact value",
      nature: "How the figure came about: REPORTED, ESTIMATED or MODELLED",
      note: "The part of the whole the figure stands for; empty for the whole",
    },
  };
}

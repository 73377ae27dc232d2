import { z } from "zod";
import { groupBy } from "../../kit/group-by.ts";

/** A file of the figures of the whole: a list of rows. */
export const headlineFile = z.array(z.looseObject({ Year: z.coerce.number().int(), Value: z.number().nullable() }));

const cell = z.union([z.string(), z.number()]).nullable();
/** A file of all figures, by column. */
export const combFile = z.object({ data: z.record(z.string(), z.array(cell)) });

type Row = z.infer<typeof headlineFile>[number];

export interface NationalFigure {
  readonly year: number;
  readonly value: number;
}

/** The figures of a page by the name it has for the series, which is empty where it has none; the oldest first. */
export type NationalFigures = ReadonlyMap<string, readonly NationalFigure[]>;

/** Columns that say something of a figure without making it a part of the whole, by their codes and English names. */
const plain = new Set([
  "Year",
  "Value",
  "Units",
  "UNIT_MEASURE",
  "Series",
  "SERIES",
  "OBS_STATUS",
  "Observation status",
  "UNIT_MULT",
  "Unit multiplier",
  "NATURE",
  "Nature of data points",
  "COMMENT_OBS",
  "Observation-level footnotes",
]);
const regions = new Set(["REF_AREA", "Reference area", "Regions", "GeoCode"]);
const multipliers = ["UNIT_MULT", "Unit multiplier"];

/**
 * The rows of a file by column that stand for the whole: no region, and no breakdown but one that every row has, such
 * as the sex of maternal mortality. A row in thousands is left out: the platform says so in this file alone.
 */
export function wholeOf({ data }: z.infer<typeof combFile>): Row[] {
  const breakdowns = Object.keys(data).filter((name) => !plain.has(name) && (regions.has(name) || varies(data[name])));
  const isUnit = (multiplier: unknown) => multiplier === null || ["", "0", "Units"].includes(String(multiplier));
  return (data["Year"] ?? []).flatMap((year, i): Row[] => {
    const at = (name: string) => data[name]?.[i] ?? null;
    if (breakdowns.some((name) => at(name) !== null) || !multipliers.every((name) => isUnit(at(name)))) return [];
    const value = at("Value");
    const row = { SERIES: at("SERIES"), UNIT_MEASURE: at("UNIT_MEASURE") };
    return [{ ...row, Year: Number(year), Value: typeof value === "number" ? value : null }];
  });
}

/** A name that stands for figures in several units, and a year with several figures, are undecided and left out. */
export function toNationalFigures(rows: readonly Row[]): NationalFigures {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const figures = new Map<string, readonly NationalFigure[]>();
  for (const [name, ofName] of groupBy(rows, (row) => text(row["SERIES"]))) {
    const isOneUnit = new Set(ofName.map((row) => text(row["UNIT_MEASURE"]))).size === 1;
    const years = groupBy(
      ofName.flatMap(({ Year: year, Value: value }) => (value === null ? [] : [{ year, value }])),
      ({ year }) => year,
    );
    const decided = [...years.values()].flatMap(([first, ...others]) =>
      first && others.every(({ value }) => value === first.value) ? [first] : [],
    );
    figures.set(name, isOneUnit ? decided.sort((a, b) => a.year - b.year) : []);
  }
  return figures;
}

function varies(column: readonly z.infer<typeof cell>[] | undefined): boolean {
  return new Set(column).size > 1;
}

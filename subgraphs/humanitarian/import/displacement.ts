import { region } from "../../kit/countries.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { number, optionalNumber, type PublisherRow, readRows, required } from "./publisher-files.ts";

interface Figure {
  readonly country: string;
  readonly year: number;
  readonly measure: string;
  readonly people: number;
}

const keyColumns = {
  country: "Alpha-3 code of the country",
  year: "Year",
};

/** What is read from rows of people inside their country, from it abroad and from abroad in it. */
const inside = { idps: "idps", returned_idps: "returnedIdps" };
const abroad = {
  refugees: "refugeesFrom",
  asylum_seekers: "asylumSeekersFrom",
  oip: "otherProtectionFrom",
  returned_refugees: "returnedRefugees",
};
const hosted = { refugees: "refugeesIn", asylum_seekers: "asylumSeekersIn", oip: "otherProtectionIn" };

export async function importUnhcrDisplacement(folder: string): Promise<NewTable> {
  const rows = await readRows(folder, "displacement/unhcr_population_afg_ca.csv.gz");
  const figures = region.flatMap((country) => {
    const from = rows.filter((row) => row["coo_iso"] === country);
    const within = from.filter((row) => row["coa_iso"] === country);
    const outside = from.filter((row) => row["coa_iso"] !== country);
    const others = rows.filter((row) => row["coa_iso"] === country && row["coo_iso"] !== country);
    return [...sums(country, within, inside), ...sums(country, outside, abroad), ...sums(country, others, hosted)];
  });
  return {
    name: "unhcr-displacement",
    info: {
      sources: ["UNHCR"],
      licence: "CC-BY-4.0",
      vintage: "Global Trends 2025",
      retrievedAt: "2026-06-30T00:00:00.000Z",
      rule: "One row per country, year and measure: the sum over the pairs of origin and asylum of the population table that have the country on the side the measure names, and for people inside their country the one row with it on both. A measure without any figure in a year has no row. The table writes 0 also where nothing was reported.",
      columns: {
        ...keyColumns,
        measure:
          "idps, returnedIdps; refugeesFrom, asylumSeekersFrom and otherProtectionFrom the country; returnedRefugees to it; refugeesIn, asylumSeekersIn and otherProtectionIn the country",
        people: "People, at the end of the year or, for those returned, during it",
      },
    },
    rows: inOrder(figures),
  };
}

export async function importIdmcDisplacement(folder: string): Promise<NewTable> {
  const [conflict, disasters, republished] = await Promise.all([
    readRows(folder, "displacement/idmc_gidd_conflict_afg_ca.csv"),
    readRows(folder, "displacement/idmc_gidd_disasters_afg_ca.csv"),
    readRows(folder, "displacement/unhcr_idmc_afg_ca.csv.gz"),
  ]);
  const columns = (cause: string) => ({ new_displacement: `${cause}Flow`, total_displacement: `${cause}Stock` });
  const own = region.flatMap((country) => [
    ...sums(country, ofCountry(conflict, country), columns("conflict")),
    ...sums(country, ofCountry(disasters, country), columns("disaster")),
  ]);
  const newest = Math.max(...conflict.map((row) => number(required(row, "year"))));
  const later = republished
    .map((row) => ({
      country: required(row, "coo_iso"),
      year: number(required(row, "year")),
      measure: "conflictStock",
      people: number(required(row, "total")),
    }))
    .filter(({ year }) => year > newest);
  return {
    name: "idmc-displacement",
    info: {
      sources: ["IDMC", "UNHCR"],
      licence: "CC-BY-3.0-IGO",
      vintage: "2025-05-13",
      retrievedAt: "2025-05-13T00:00:00.000Z",
      rule: "One row per country, year and measure that the displacement database has a figure for; those of disasters are the sums over its events of the year. Exact figures are taken, not the rounded ones. Years after its newest are taken from the table in which UNHCR republishes the figure, rounded to thousands, and are marked.",
      columns: {
        ...keyColumns,
        measure: "conflictStock, conflictFlow, disasterStock or disasterFlow",
        people: "People displaced at the end of the year, or movements during it",
        republished: "true where the figure comes rounded from UNHCR's table",
      },
    },
    rows: [...inOrder(own), ...later.map((figure) => ({ ...figure, republished: true }))].toSorted((a, b) =>
      keyOf(a) < keyOf(b) ? -1 : 1,
    ),
  };
}

function ofCountry(rows: readonly PublisherRow[], country: string): PublisherRow[] {
  return rows.filter((row) => row["iso3"] === country);
}

/** Sums by year of each column under the name of its measure; missing where no row has a figure. */
function sums(country: string, rows: readonly PublisherRow[], measures: Readonly<Record<string, string>>): Figure[] {
  const totals = new Map<string, Figure>();
  for (const row of rows) {
    const year = number(required(row, "year"));
    for (const [column, measure] of Object.entries(measures)) {
      const figure = optionalNumber(row, column);
      if (figure === null) continue;
      const people = (totals.get(`${year}|${measure}`)?.people ?? 0) + figure;
      totals.set(`${year}|${measure}`, { country, year, measure, people });
    }
  }
  return [...totals.values()];
}

function inOrder(figures: readonly Figure[]) {
  return figures.map((figure) => ({ ...figure })).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ country, year, measure }: Figure): string {
  return [country, year, measure].join("|");
}

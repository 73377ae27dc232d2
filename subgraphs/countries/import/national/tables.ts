import { byText } from "../../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../../kit/snapshot/write.ts";
import { tableOf } from "./indicators.ts";
import { noteOfSeries } from "./notes.ts";
import { doubtfulUnits, type NationalSeries, type Selection } from "./series.ts";

const licence = "Official statistics, cite the office";

const rule = [
  "The headline of each series and year: of the whole country, and without a breakdown but those that every figure of its page has, which the note tells.",
  "Only shares, rates, indices and ratios, and water in million m³: the extracts give counts and amounts without the platform's multiplier.",
  "Left out: what states no unit, years with several figures, and what stands under no SDG indicator.",
].join(" ");

/** The figures of each platform, and where on it each series stands. */
export function nationalTables(selections: readonly Selection[]): NewTable[] {
  return [...selections.flatMap(figuresTable), seriesTable(selections.flatMap(({ series }) => series))];
}

function figuresTable({ series, impossible }: Selection): NewTable[] {
  const [first] = series;
  if (!first) return [];
  const { source, vintage, retrievedAt, country } = first.platform;
  const outside = `Left out because a share is below 0 or above 100: ${impossible.join(", ")}.`;
  const doubted = doubtfulUnits(country);
  const rows = series
    .toSorted((a, b) => byText(a.id, b.id))
    .flatMap((each) => {
      const note = noteOfSeries(each);
      return each.figures.map(({ year, value, nature }) => ({
        indicator: each.id,
        country,
        year,
        value,
        nature,
        note,
      }));
    });
  const columns = {
    indicator: "The country's alpha-3 code and the series code of the platform, or the number of the page",
    country: "ISO 3166-1 alpha-3 code",
    year: "Calendar year",
    value: "Value in the unit of the indicator, see the table of indicators",
    nature: "How the figure came about: REPORTED or ESTIMATED",
    note: "Number of the country's own indicator, and the part of the whole the figure stands for; empty for neither",
  };
  const info = {
    sources: [source],
    licence,
    vintage,
    retrievedAt,
    rule: [rule, ...(impossible.length > 0 ? [outside] : []), doubted].join(" ").trim(),
    columns,
  };
  return [{ name: tableOf(first), info, rows }];
}

function seriesTable(series: readonly NationalSeries[]): NewTable {
  const platforms = [...new Set(series.map(({ platform }) => platform))];
  const newest = platforms.toSorted((a, b) => byText(b.retrievedAt, a.retrievedAt))[0];
  if (!newest) throw new Error("No national series");
  const rows = series
    .map((each) => ({
      id: each.id,
      page: each.page.replaceAll(".", "-"),
      series: each.code,
      alone: each.alone,
      note: noteOfSeries(each),
    }))
    .toSorted((a, b) => byText(a.id, b.id));
  return {
    name: "national-series",
    info: {
      sources: platforms.map(({ source }) => source),
      licence,
      vintage: newest.vintage,
      retrievedAt: newest.retrievedAt,
      rule: "One row per series in the tables of the national platforms: where the platform's own service has it.",
      columns: {
        id: "Id of the indicator",
        page: "Page of the platform, such as 6-4-2-1; the first one where several show the series",
        series: "Code of the series at the platform; empty where it has none",
        alone: "true when the page shows no other series",
        note: "As in the table of its figures",
      },
    },
    rows,
  };
}

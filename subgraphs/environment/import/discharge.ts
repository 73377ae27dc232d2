import { cell, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns, readRows, toFigure } from "./publisher-files.ts";
import { riverByName } from "./river-names.ts";

/** Gauges whose record is at hand; their files carry no code. */
const recorded = [
  {
    code: "ala-archa",
    name: "Ala-Archa",
    river: "ala-archa",
    country: "KGZ",
    source: "KYRGYZHYDROMET",
    file: "discharge/ala_archa_decadal_discharge_m3s_1930_2011.csv",
    days: ["01", "11", "21"],
  },
  {
    code: "talas-kluchevka",
    name: "Kluchevka",
    river: "talas",
    country: "KGZ",
    source: "KYRGYZHYDROMET",
    file: "discharge/talas_kluchevka_monthly_discharge_m3s_2000_2014.csv",
    days: ["01"],
  },
];

/** Rivers that share their name with another: the Akdarya above Gissarak is the Aksu, not the branch of the Zarafshan. */
const namesakes: Readonly<Record<string, string>> = { Akdarya: "Aksu" };

/** Gauges with a record or with a code at Uzhydromet. */
export async function gauges(folder: string): Promise<NewTable> {
  const targets = await readCsv(folder, "discharge/uzbek_hydromet_forecast_targets.csv");
  const listed = targets.map((row) => {
    const name = cell(row, "river");
    const river = riverByName(namesakes[name] ?? name);
    if (!river) throw new Error(`No river for the gauge on ${name}`);
    return {
      code: cell(row, "gauge_code").replaceAll(" ", ""),
      name: cell(row, "target"),
      river: river.id,
      country: cell(row, "country").replace("/", ";"),
      source: "UZHYDROMET",
    };
  });
  return {
    name: "gauges",
    info: {
      sources: ["KYRGYZHYDROMET", "UZHYDROMET"],
      licence: "MIT; facts, cited (Uzhydromet)",
      vintage: "2026-11",
      retrievedAt: "2026-11-23T00:00:00Z",
      rule: "The gauges of Uzhydromet's forecast targets, and the two whose record is at hand, under a code of our own.",
      columns: {
        code: "Code of the gauge at the hydromet service; a name in kebab case where it is not known",
        name: "Name of the gauge",
        river: "Id of the river",
        country: "ISO 3166-1 alpha-3 codes of the countries it is listed under, separated by semicolons",
        source: "Id of the source",
      },
    },
    rows: [...listed, ...recorded.map(({ file: _, days: __, ...gauge }) => gauge)].toSorted(byColumns("code")),
  };
}

/** Discharge by ten days or by months. */
export async function discharge(folder: string): Promise<NewTable> {
  const series = await Promise.all(
    recorded.map(async ({ code, file, days }) =>
      (await readRows(folder, file)).flatMap(([year = "", ...cells]) =>
        cells.flatMap((text, index) => {
          const dischargeM3s = toFigure(text);
          if (dischargeM3s === undefined) return [];
          const month = String(Math.floor(index / days.length) + 1).padStart(2, "0");
          return [{ gauge: code, from: `${year}-${month}-${days[index % days.length]}`, dischargeM3s }];
        }),
      ),
    ),
  );
  return {
    name: "discharge",
    info: {
      sources: ["KYRGYZHYDROMET"],
      licence: "MIT",
      vintage: "2014",
      retrievedAt: "2026-11-23T00:00:00Z",
      rule: "One line of a file is a year: 36 means of ten days (days 1 to 10, 11 to 20, 21 to the end of each month) for the Ala-Archa, 12 of a month for the Talas. As they are; a blank is left out.",
      columns: {
        gauge: "Code of the gauge",
        from: "First day of the ten days or of the month",
        dischargeM3s: "Mean discharge in cubic metres per second",
      },
    },
    rows: series.flat().toSorted(byColumns("gauge", "from")),
  };
}

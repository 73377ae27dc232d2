import type { NewTable } from "../../kit/snapshot/write.ts";
import type { AppealEntry } from "./appeals.ts";
import { number, optional, optionalNumber, type PublisherRow, readRows, required } from "./publisher-files.ts";

/** The files of 2024 and 2025 are excerpts: Afghanistan from 2020 on. */
const files = [
  { vintage: "2024-07", file: "fts_requirements_funding_afg_snapshot2024-07_2020-2028rows.csv", columnsOf: ofService },
  { vintage: "2025", file: "hdx_hapi_funding_afg_snapshot2025_2020-2028rows.csv", columnsOf: ofHapi },
  { vintage: "2026-02", file: "fts_requirements_funding_afg_ca_snapshot2026-02.csv", columnsOf: ofService },
];

/** What the requirements and funding table said at earlier times: the publisher changes years long over. */
export async function importEarlierFunding(folder: string, appeals: readonly AppealEntry[]): Promise<NewTable> {
  const codes = new Map(appeals.flatMap(({ code, codes }) => [code, ...codes].map((each) => [each, code] as const)));
  const tables = await Promise.all(
    files.map(async ({ vintage, file, columnsOf }) =>
      (await readRows(folder, `fts/${file}`)).map((row) => ({ vintage, ...columnsOf(row) })),
    ),
  );
  const rows = tables.flat().map(({ appeal, ...row }) => {
    const code = appeal === null ? "" : codes.get(appeal);
    if (code === undefined) throw new Error(`An earlier figure of an unknown appeal: ${appeal}`);
    return { ...row, appeal: code };
  });
  return {
    name: "earlier-funding",
    info: {
      sources: ["FTS"],
      licence: "CC-BY-3.0-IGO",
      vintage: "2024-07 to 2026-02",
      retrievedAt: "2026-02-20T00:00:00.000Z",
      rule: "One row per country, year and appeal, and one for money outside appeals, of each earlier file of the requirements and funding table, under the present code of the appeal. The files of 2024 and 2025 hold Afghanistan from 2020 on alone; that of 2025 is the copy on the humanitarian API, and its month is not known. Rounded percentages are left out. An empty figure stays empty.",
      columns: {
        vintage: "Month, or year, in which the table stood so",
        country: "Alpha-3 code of the country",
        year: "Year the money is meant for",
        appeal: "Code of the appeal; empty for money outside appeals",
        requirementUsd: "Requirement of the appeal in this country as last revised by then, US dollars",
        fundingUsd: "Paid and committed money for this country, US dollars",
      },
    },
    rows: rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

function ofService(row: PublisherRow) {
  return {
    country: required(row, "countryCode"),
    year: number(required(row, "year")),
    appeal: optional(row, "code"),
    requirementUsd: optionalNumber(row, "requirements"),
    fundingUsd: optionalNumber(row, "funding"),
  };
}

function ofHapi(row: PublisherRow) {
  const code = required(row, "appeal_code");
  return {
    country: required(row, "location_code"),
    year: number(required(row, "reference_period_start").slice(0, 4)),
    appeal: code === "Not specified" ? null : code,
    requirementUsd: optionalNumber(row, "requirements_usd"),
    fundingUsd: optionalNumber(row, "funding_usd"),
  };
}

function keyOf({ vintage, country, year, appeal }: { vintage: string; country: string; year: number; appeal: string }) {
  return `${vintage}|${country}|${year}|${appeal}`;
}

import type { NewTable } from "../../kit/snapshot/write.ts";
import {
  listCell,
  number,
  optional,
  optionalNumber,
  type PublisherRow,
  readRows,
  required,
} from "./publisher-files.ts";

export interface AppealEntry {
  readonly code: string;
  readonly ftsId: string | null;
  readonly year: number;
  readonly row: PublisherRow;
  readonly types: Set<string>;
  readonly names: Set<string>;
  readonly codes: Set<string>;
}

/** The earlier code of a plan whose number is in flows alone. */
const earlierCodes: Readonly<Record<string, { ftsId: string; code: string }>> = {
  OCOVD20: { ftsId: "952", code: "HCOVD20" },
};

/** The appeals for the six countries, with the names, types and codes that earlier files gave them. */
export async function readAppeals(folder: string): Promise<readonly AppealEntry[]> {
  const [plans, funding, earlier] = await Promise.all([
    readRows(folder, "fts/humanitarian-response-plans_afg_ca.csv"),
    readRows(folder, "fts/fts_requirements_funding_afg_ca_snapshot2026-04.csv"),
    readRows(folder, "fts/fts_requirements_funding_afg_snapshot2024-07_2020-2028rows.csv"),
  ]);
  const funded = new Map(funding.flatMap((row) => (optional(row, "code") ? [[required(row, "code"), row]] : [])));
  const entries = plans.map((row): AppealEntry => {
    const code = required(row, "code");
    const current = funded.get(code);
    const ftsId = current ? required(current, "id") : (earlierCodes[code]?.ftsId ?? null);
    const past = earlier.filter((each) => ftsId !== null && optional(each, "id") === ftsId);
    return {
      code,
      ftsId,
      year: current ? number(required(current, "year")) : number(required(row, "years")),
      row: { ...row, type: current ? required(current, "typeName") : planType(row) },
      types: new Set(past.map((each) => required(each, "typeName"))),
      names: new Set(past.map((each) => required(each, "name"))),
      codes: new Set([
        ...past.map((each) => required(each, "code")),
        ...(earlierCodes[code] ? [earlierCodes[code].code] : []),
      ]),
    };
  });
  const unknown = [...funded.keys()].filter((code) => !entries.some((entry) => entry.code === code));
  if (unknown.length > 0) throw new Error(`Funded appeals that the list of plans lacks: ${unknown.join(", ")}`);
  return entries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

export function appealsTable(appeals: readonly AppealEntry[]): NewTable {
  return {
    name: "appeals",
    info: {
      sources: ["FTS"],
      licence: "CC-BY-3.0-IGO",
      vintage: "2026-04-17",
      retrievedAt: "2026-04-17T00:00:00.000Z",
      rule: "One row per humanitarian plan or appeal for at least one of the six countries, from the list of response plans; number, year and type are joined on the code from the requirements and funding table, and names, types and codes of the same number in the table of July 2024 stand beside the present ones. Requirements are those of the whole appeal, in all its countries.",
      columns: {
        code: "Code of the appeal",
        ftsId: "Number of the plan in the Financial Tracking Service",
        name: "Name",
        type: "Type of plan in the newest table",
        year: "Year the appeal is counted under",
        startDate: "First day",
        endDate: "Last day",
        countries: "Alpha-3 codes of the countries, separated by semicolons",
        originalRequirementUsd: "Requirement as first published, US dollars",
        requirementUsd: "Requirement as last revised, US dollars",
        earlierTypes: "Types in earlier files, separated by semicolons",
        earlierNames: "Names in earlier files, separated by semicolons",
        earlierCodes: "Codes in earlier files, separated by semicolons",
      },
    },
    rows: appeals.map(({ code, ftsId, year, row, types, names, codes }) => {
      const name = required(row, "planVersion");
      const type = required(row, "type");
      return {
        code,
        ftsId,
        name,
        type,
        year,
        startDate: required(row, "startDate"),
        endDate: required(row, "endDate"),
        countries: listCell(cells(row, "locations").toSorted()),
        originalRequirementUsd: optionalNumber(row, "origRequirements"),
        requirementUsd: optionalNumber(row, "revisedRequirements"),
        earlierTypes: listCell([...types].filter((each) => each !== type)),
        earlierNames: listCell([...names].filter((each) => each !== name)),
        earlierCodes: listCell([...codes].filter((each) => each !== code)),
      };
    }),
  };
}

/** The type stands among the language and the costing of the plan, in no fixed order. */
function planType(row: PublisherRow): string {
  const [type, ...others] = cells(row, "categories").filter((each) => !["en", "cluster", "sector"].includes(each));
  if (!type || others.length > 0) throw new Error(`A plan without one type: ${row["categories"]}`);
  return type;
}

function cells(row: PublisherRow, column: string): string[] {
  return required(row, column)
    .split("|")
    .map((each) => each.trim())
    .filter(Boolean);
}

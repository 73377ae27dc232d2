import { type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";
import { type Area, imfArea } from "./imf-areas.ts";
import { cell } from "./publisher-files.ts";

export type Flow = "EXPORT" | "IMPORT";

/** One cell of the IMF's files that is not blank. */
export interface ImfCell {
  readonly reporter: Area;
  readonly partner: Area;
  readonly flow: Flow;
  readonly year: number;
  readonly valueMillionUsd: number;
  /** Whether the publisher marks it as its own estimate. */
  readonly estimated: boolean;
}

const flows: Readonly<Record<string, Flow>> = { X: "EXPORT", M: "IMPORT" };

/** The reports of the six, then the reports of their partners on trade with the six. */
export async function readImfCells(folder: string): Promise<readonly ImfCell[]> {
  const [own, partners] = await Promise.all([
    readCsv(folder, "imf_dots/dots_annual_reporters_six.csv"),
    readCsv(folder, "imf_dots/dots_annual_mirror_partners_six.csv"),
  ]);
  return [...own, ...partners].flatMap(toCells);
}

function toCells(row: PublisherRow): ImfCell[] {
  const flow = flows[cell(row, "flow")];
  if (!flow) throw new Error(`The IMF's files have a flow that is not known here: ${cell(row, "flow")}`);
  const reporter = imfArea(cell(row, "reporter"));
  const partner = imfArea(cell(row, "partner"));
  const cells: ImfCell[] = [];
  for (const [column, printed] of Object.entries(row)) {
    if (!/^\d{4}$/.test(column) || printed === "") continue;
    cells.push({ reporter, partner, flow, year: Number(column), ...parseCell(printed) });
  }
  return cells;
}

/**
 * The mark of an estimate is a blank and an e behind the number, which may have commas between thousands.
 * An e inside, as in 9.6e-05, belongs to the number.
 */
export function parseCell(printed: string): Pick<ImfCell, "valueMillionUsd" | "estimated"> {
  const estimated = printed.endsWith(" e");
  const digits = (estimated ? printed.slice(0, -2) : printed).replaceAll(",", "");
  const valueMillionUsd = Number(digits);
  if (digits === "" || !Number.isFinite(valueMillionUsd))
    throw new Error(`Not a figure of the IMF's files: ${printed}`);
  return { valueMillionUsd, estimated };
}

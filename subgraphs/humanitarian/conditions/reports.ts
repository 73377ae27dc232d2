import { region, requireCountry } from "../../kit/countries.ts";
import { GraphError } from "../../kit/errors.ts";
import { toProvenance } from "../../kit/graphql/values.ts";
import type { Context } from "../loaders.ts";
import type { ReliefReport } from "../types/report.ts";

export interface ReportsAsked {
  readonly country: string | undefined;
  readonly first: number;
  /** Id of the last report of the page before. */
  readonly after: string | undefined;
}

/** Per country so many are read; more than one country's newest are no list without holes. */
const mostReports = 50;

/**
 * The newest reports on a country, or on the six together.
 *
 * @throws SourceError, or GraphError UNKNOWN_COUNTRY or INVALID_PAGE
 */
export async function reportsAsked(
  loaders: Context["loaders"],
  { country, first, after }: ReportsAsked,
): Promise<ReliefReport[]> {
  if (first < 0 || first > mostReports) {
    throw new GraphError("INVALID_PAGE", `first is ${first}; ask for 0 to ${mostReports} reports.`);
  }
  const countries = country === undefined ? region : [requireCountry(country)];
  const lists = await Promise.all(countries.map((code) => reportsOn(loaders, code)));
  const newest = lists.flat().toSorted(byDay).slice(0, mostReports);
  return newest.slice(after === undefined ? 0 : positionAfter(newest, after)).slice(0, first);
}

async function reportsOn(loaders: Context["loaders"], code: string): Promise<ReliefReport[]> {
  const reading = await loaders.reports.load(code);
  if (!reading) return [];
  const { data, ...read } = reading;
  const provenance = toProvenance(read);
  return data.map(({ id, title, url, date, publishers }) => ({
    id,
    title,
    date,
    url: url !== null && URL.canParse(url) ? url : `https://reliefweb.int/node/${id}`,
    sources: publishers,
    country: { code },
    provenance,
  }));
}

/** The newest first; what has no day comes last. */
function byDay(a: ReliefReport, b: ReliefReport): number {
  const [dayA, dayB] = [a.date ?? "", b.date ?? ""];
  return dayA === dayB ? 0 : dayA < dayB ? 1 : -1;
}

function positionAfter(reports: readonly ReliefReport[], id: string): number {
  const index = reports.findIndex((report) => report.id === id);
  if (index >= 0) return index + 1;
  throw new GraphError(
    "INVALID_PAGE",
    `after is ${JSON.stringify(id)}, which is no report of this list. Give the id of the last one on the page before.`,
  );
}

import { toProvenance } from "../../kit/graphql/values.ts";
import type { Context } from "../loaders.ts";
import type { ReliefDisaster } from "../types/relief-disaster.ts";
import type { ReliefReport } from "../types/report.ts";

type Loaders = Context["loaders"];

/** The newest reports on a country. @throws SourceError */
export async function reportsOn(loaders: Loaders, code: string): Promise<ReliefReport[]> {
  const reading = await loaders.reports.load(code);
  if (!reading) return [];
  const { data, ...read } = reading;
  const provenance = toProvenance(read);
  return data.map(({ id, title, url, date, publishers }) => ({
    id,
    title,
    date,
    url: pageOf(id, url),
    sources: publishers,
    country: { code },
    provenance,
  }));
}

/** The newest disasters that touch a country. @throws SourceError */
export async function disastersIn(loaders: Loaders, code: string): Promise<ReliefDisaster[]> {
  const reading = await loaders.disasters.load(code);
  if (!reading) return [];
  const { data, ...read } = reading;
  const provenance = toProvenance(read);
  return data.map(({ id, url, countries, ...told }) => ({
    id,
    ...told,
    url: pageOf(id, url),
    countries: countries.map((each) => ({ code: each })),
    provenance,
  }));
}

/** An entry without an address of its own is found by its number. */
function pageOf(id: string, url: string | null): string {
  return url !== null && URL.canParse(url) ? url : `https://reliefweb.int/node/${id}`;
}

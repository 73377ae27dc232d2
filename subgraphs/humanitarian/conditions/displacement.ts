import { isInRegion } from "../../kit/countries.ts";
import type { Missing } from "../../kit/graphql/enums.ts";
import { type Provenance, type Source, toProvenance } from "../../kit/graphql/values.ts";
import { missingOf } from "../../kit/source/missing.ts";
import type { Reading } from "../../kit/source/source.ts";
import { load } from "../funding/readings.ts";
import type { Context } from "../loaders.ts";
import type { DisplacementRecord } from "../records/people.ts";
import { type Measure, measures } from "./measures.ts";

interface EstimateView extends Omit<Measure, "comparable"> {
  readonly value: number;
  readonly date: string | null;
  readonly note: string | null;
  readonly source: Source;
  readonly provenance: Provenance;
}

export interface DisplacementView {
  readonly year: number;
  readonly estimates: readonly EstimateView[];
  readonly spread: number | null;
  readonly note: string | null;
  readonly missing: Missing | null;
}

const firstYearOfBreak = 2025;
const seriesBreak =
  "Series break: in 2025 UNHCR counts many people under `other people in need of international protection` whom it counted as refugees before.";

const withoutUnhcr = "UNHCR does not answer: its figures are left out here, and they are most of them.";

/** What each publisher says of displaced people of and in a country, side by side; nothing is chosen or averaged. */
export async function displacementOf(
  loaders: Context["loaders"],
  country: string,
  year: number,
): Promise<DisplacementView> {
  const key = { country, year };
  const [unhcr, idmc] = await Promise.all([loaders.unhcr.load(key).catch(missingOf), load(loaders.idmc.load(key))]);
  const failed = typeof unhcr === "string";
  const found = (failed || !unhcr ? [idmc] : [unhcr, idmc]).flatMap((reading) => estimatesOf(reading, year));
  const comparable = found.filter(({ isComparable }) => isComparable).map(({ estimate }) => estimate.value);
  const inRegion = isInRegion(country);
  const broken = found.some(({ estimate }) => estimate.note === seriesBreak);
  return {
    year,
    estimates: found.map(({ estimate }) => estimate),
    spread: comparable.length > 1 ? Math.max(...comparable) - Math.min(...comparable) : null,
    note: failed ? withoutUnhcr : broken ? seriesBreak : null,
    missing: found.length > 0 ? null : failed ? unhcr : inRegion ? "NOT_REPORTED" : "NOT_COVERED",
  };
}

function estimatesOf({ data, ...read }: Reading<readonly DisplacementRecord[]>, year: number) {
  const provenance = toProvenance(read);
  return data
    .filter((record) => record.year === year)
    .map(({ measure: name, people, republished }) => {
      const measure = measures[name];
      if (!measure) throw new Error(`A measure of displacement without a definition: ${name}`);
      const { comparable, ...told } = measure;
      const estimate: EstimateView = {
        ...told,
        value: people,
        date: measure.kind === "STOCK" ? `${year}-12-31` : null,
        note: noteOf(name, year, republished),
        source: provenance.source,
        provenance,
      };
      return { estimate, isComparable: comparable };
    });
}

function noteOf(measure: string, year: number, republished: boolean): string | null {
  if (republished) return "Rounded to thousands, as UNHCR republishes the figure.";
  return /^(refugees|otherProtection)/.test(measure) && year >= firstYearOfBreak ? seriesBreak : null;
}

import { isInRegion, region } from "../kit/countries.ts";
import { toProvenance } from "../kit/graphql/values.ts";
import { dayAfter, type Span, type SpanAsked, toSpan } from "./days.ts";
import type { Loaders } from "./loaders.ts";
import type { HazardRecord } from "./sources/gdacs.ts";
import type { GlideRecord } from "./sources/glide.ts";
import type { HazardKind } from "./types/enums.ts";
import type { Hazard } from "./types/hazard.ts";

export interface HazardsAsked extends SpanAsked {
  /** Alpha-3 code of one of the six, or undefined for all of them. */
  readonly country: string | undefined;
  readonly kind: HazardKind | undefined;
}

/** A hazard with what its GLIDE number is found by. */
export interface HazardOf extends Hazard {
  readonly record: HazardRecord;
  readonly span: Span;
  /** Every hazard of the span. */
  readonly among: readonly HazardRecord[];
}

const usualDays = 365;

/**
 * The newest first, each once however many countries it affects.
 *
 * @throws SourceError, or GraphError INVALID_RANGE
 */
export async function hazardsAsked(loaders: Loaders, asked: HazardsAsked): Promise<HazardOf[]> {
  const { country, kind } = asked;
  const span = toSpan(asked, loaders.today(), usualDays);
  const countries = country === undefined ? region : [country];
  const readings = await Promise.all(countries.map((code) => loaders.hazards.load({ country: code, ...span })));
  const hazards = new Map<string, HazardOf>();
  const among = readings.flatMap((reading) => reading?.data ?? []);
  for (const reading of readings) {
    const provenance = reading && toProvenance(reading);
    for (const record of reading?.data ?? []) {
      if (!provenance || (kind !== undefined && record.kind !== kind)) continue;
      hazards.set(record.id, { ...toHazard(record), provenance, record, span, among });
    }
  }
  return [...hazards.values()].toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}

function toHazard({ id, kind, name, from, to, alert, countries, url }: HazardRecord): Omit<Hazard, "provenance"> {
  const report = url !== null && URL.canParse(url) ? url : null;
  return { id, kind, name, from, to, alert, countries: countries.map((code) => ({ code })), url: report };
}

/** The number that GDACS gives, or that the register of GLIDE has for it. @throws SourceError */
export async function glideOf({ record, span, among }: HazardOf, loaders: Loaders): Promise<string | null> {
  if (record.glide !== null) return record.glide;
  const ours = record.countries.filter(isInRegion);
  const readings = await Promise.all(ours.map((country) => loaders.glides.load({ country, ...span })));
  return matchGlide(
    record,
    among,
    readings.flatMap((reading) => reading?.data ?? []),
  );
}

/**
 * The only number of the same kind and country whose day is at most one off, unless a second hazard fits it as well:
 * a wrong number is worse than none.
 */
export function matchGlide(
  hazard: HazardRecord,
  among: readonly HazardRecord[],
  glides: readonly GlideRecord[],
): string | null {
  const fits = ({ kind, countries, from }: HazardRecord, glide: GlideRecord) =>
    kind !== "OTHER" &&
    kind === glide.kind &&
    countries.includes(glide.country) &&
    glide.from >= dayAfter(from, -1) &&
    glide.from <= dayAfter(from, 1);
  const [found, ...others] = glides.filter((glide) => fits(hazard, glide));
  if (!found || others.length > 0) return null;
  const isRival = (other: HazardRecord) =>
    other.id !== hazard.id && (other.glide === found.glide || (other.glide === null && fits(other, found)));
  return among.some(isRival) ? null : found.glide;
}

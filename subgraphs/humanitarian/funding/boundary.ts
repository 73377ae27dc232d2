import type { AppealRecord } from "../records/appeal.ts";
import type { DumpRecord, FlowEnd, FlowRecord } from "../records/flow.ts";

export type Boundary = "INCOMING" | "INTERNAL" | "OUTGOING";

/** What flows are looked at from: a country in a usage year, or an appeal. */
export interface Scope {
  readonly countries: readonly string[];
  readonly year: number;
  readonly appeal: AppealRecord | null;
  /** Whether the dump says which appeal money comes from. */
  readonly statesSourceAppeals: boolean;
  /**
   * Whether money for several years counts whole in the year asked for, and money for another year too. So it is in
   * files of a whole year from before that year was over: they say nothing of how a flow lies to a country, and
   * a flow is in the file because the publisher put it under that year. All other dumps count a year's own money alone.
   */
  readonly countsByFile: boolean;
}

export function countryScope(country: string, { year, detailed, countsByFile }: DumpRecord): Scope {
  return { countries: [country], year, appeal: null, statesSourceAppeals: detailed, countsByFile };
}

export function appealScope(appeal: AppealRecord, { year, detailed, countsByFile }: DumpRecord): Scope {
  return { countries: appeal.countries, year, appeal, statesSourceAppeals: detailed, countsByFile };
}

/**
 * Where a flow lies relative to the scope; null when it does not touch it. Money that enters the system with the
 * flow is incoming even where its giver sits inside, such as a bank's office in the country.
 */
export function boundaryOf(flow: FlowRecord, scope: Scope): Boundary | null {
  const from = isSourceInside(flow, scope);
  if (isDestinationInside(flow, scope)) return from && flow.newMoney !== true ? "INTERNAL" : "INCOMING";
  return from ? "OUTGOING" : null;
}

/** Whether the money is divided with other countries or years in a way nobody states, so that none can count it. */
export function isShared({ destination }: FlowRecord, scope: Pick<Scope, "appeal" | "countsByFile">): boolean {
  if (scope.appeal) return false;
  return destination.countries.length > 1 || (!scope.countsByFile && destination.firstYear !== destination.lastYear);
}

/** Whether the money is for the year asked for and no other. */
export function isOfYearAlone({ destination }: FlowRecord, { year }: Scope): boolean {
  return destination.firstYear === year && destination.lastYear === year;
}

function isDestinationInside({ destination }: FlowRecord, scope: Scope): boolean {
  if (scope.appeal) return destination.appeal === scope.appeal.code;
  return scope.countsByFile ? isInPlace(destination, scope) : isInPlaceAndYear(destination, scope);
}

function isSourceInside({ source }: FlowRecord, scope: Scope): boolean {
  // Without appeals at the source, money from inside the appeal's countries and year is taken to come from the appeal.
  if (scope.appeal && scope.statesSourceAppeals) return source.appeal === scope.appeal.code;
  return isInPlaceAndYear(source, scope);
}

function isInPlaceAndYear(end: FlowEnd, scope: Scope): boolean {
  const { firstYear, lastYear } = end;
  const inYear = firstYear !== null && lastYear !== null && firstYear <= scope.year && scope.year <= lastYear;
  return inYear && isInPlace(end, scope);
}

function isInPlace({ countries }: FlowEnd, scope: Scope): boolean {
  return countries.some((country) => scope.countries.includes(country));
}

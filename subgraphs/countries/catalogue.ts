import type { Language } from "../kit/graphql/enums.ts";
import { registeredIndicators } from "../kit/register/indicators.ts";
import { requireFound } from "../kit/require.ts";
import type { Row } from "../kit/snapshot/cells.ts";
import type { Snapshot } from "../kit/snapshot/read.ts";
import {
  type CatalogueIndicator,
  type CountryRecord,
  type GoalRecord,
  type Scope,
  type SdgIndicatorRecord,
  type TargetRecord,
  toCountry,
  toGoal,
  toIndicator,
  toName,
  toSdgIndicator,
  toTarget,
} from "./records.ts";

/** The reference data of the subgraph: what there is, without the figures. */
export interface Catalogue {
  /** For a code that is known to exist. */
  country(code: string): CountryRecord;
  readonly countries: ReadonlyMap<string, CountryRecord>;
  /** By country code, then language. */
  readonly names: ReadonlyMap<string, ReadonlyMap<Language, string>>;
  readonly indicators: ReadonlyMap<string, CatalogueIndicator>;
  readonly goals: ReadonlyMap<number, GoalRecord>;
  readonly targets: ReadonlyMap<string, TargetRecord>;
  readonly sdgIndicators: ReadonlyMap<string, SdgIndicatorRecord>;
}

export async function loadCatalogue(snapshot: Snapshot): Promise<Catalogue> {
  const rowsOf = async <T>(table: string, toRecord: (row: Row) => T) => (await snapshot.read(table, toRecord)).rows;
  const [countries, names, indicators, goals, targets, sdgIndicators] = await Promise.all([
    rowsOf("countries", toCountry),
    rowsOf("country-names", toName),
    rowsOf("indicators", toIndicator),
    rowsOf("sdg-goals", toGoal),
    rowsOf("sdg-targets", toTarget),
    rowsOf("sdg-indicators", toSdgIndicator),
  ]);
  const namesByCountry = new Map<string, Map<Language, string>>();
  for (const { code, language, name } of names) {
    const inLanguages = namesByCountry.get(code) ?? new Map<Language, string>();
    namesByCountry.set(code, inLanguages.set(language, name));
  }
  const countriesByCode = new Map(countries.map((country) => [country.code, country]));
  return {
    country(code) {
      const country = countriesByCode.get(code);
      if (!country) throw new Error(`The countries table has no row for ${code}`);
      return country;
    },
    countries: countriesByCode,
    names: namesByCountry,
    indicators: new Map([...indicators, ...fromOtherSubgraphs()].map((indicator) => [indicator.id, indicator])),
    goals: new Map(goals.map((goal) => [goal.number, goal])),
    targets: new Map(targets.map((target) => [target.code, target])),
    sdgIndicators: new Map(sdgIndicators.map((indicator) => [indicator.code, indicator])),
  };
}

/** The countries of a scope; each scope holds the narrower ones. */
export function countriesInScope({ countries }: Catalogue, scope: Scope): CountryRecord[] {
  const widths: readonly Scope[] = ["REGION", "PARTNERS", "ALL"];
  return [...countries.values()].filter((country) => widths.indexOf(country.scope) <= widths.indexOf(scope));
}

/** @throws GraphError UNKNOWN_INDICATOR with the nearest ids */
export function requireIndicator({ indicators }: Catalogue, id: string): CatalogueIndicator {
  return requireFound(indicators.get(id.trim()), "indicator", id, indicators.keys(), "UNKNOWN_INDICATOR");
}

/** Indicators whose figures another subgraph answers: described here, without a table. */
function fromOtherSubgraphs(): CatalogueIndicator[] {
  return registeredIndicators.map((indicator) => ({
    ...indicator,
    vintage: null,
    nature: "REPORTED",
    table: null,
    direction: null,
    country: null,
  }));
}

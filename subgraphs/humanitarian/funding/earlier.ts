import type { Missing } from "../../kit/graphql/enums.ts";
import { type Provenance, toProvenance } from "../../kit/graphql/values.ts";
import { groupBy } from "../../kit/group-by.ts";
import type { Reading } from "../../kit/source/source.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { EarlierFundingRecord } from "../records/earlier-funding.ts";
import { load } from "./readings.ts";
import { requirementOf, sumOf } from "./requirement.ts";

type Loaders = Context["loaders"];

export interface EarlierFundingView {
  readonly vintage: string;
  readonly totalUsd: number | null;
  readonly requirementUsd: number | null;
  readonly missing: Missing | null;
  readonly provenance: Provenance;
}

/** What the published table said of a country and year at earlier times, the oldest first; null where none is in hand. */
export async function earlierOfCountry(
  loaders: Loaders,
  country: string,
  year: number,
): Promise<EarlierFundingView[] | null> {
  const [{ appeals }, reading] = await Promise.all([
    loaders.catalogue(),
    load(loaders.earlierByYear.load({ country, year })),
  ]);
  return viewsOf(reading, appeals);
}

/** Likewise of an appeal, of the times at which all its countries are in hand: a part is no total. */
export async function earlierOfAppeal(
  loaders: Loaders,
  { code, countries }: AppealRecord,
): Promise<EarlierFundingView[] | null> {
  const [{ appeals }, reading] = await Promise.all([loaders.catalogue(), load(loaders.earlierByAppeal.load(code))]);
  const isWhole = (rows: readonly EarlierFundingRecord[]) =>
    countries.every((country) => rows.some((row) => row.country === country));
  return viewsOf(reading, appeals, isWhole);
}

function viewsOf(
  { data, ...read }: Reading<readonly EarlierFundingRecord[]>,
  appeals: Catalogue["appeals"],
  isWhole: (rows: readonly EarlierFundingRecord[]) => boolean = () => true,
): EarlierFundingView[] | null {
  const provenance = toProvenance(read);
  const views = [...groupBy(data, ({ vintage }) => vintage)]
    .filter(([, rows]) => isWhole(rows))
    .map(([vintage, rows]): EarlierFundingView => {
      const totalUsd = sumOf(rows.map(({ fundingUsd }) => fundingUsd));
      const { requirementUsd } = requirementOf(rows, appeals);
      return { vintage, totalUsd, requirementUsd, missing: totalUsd === null ? "NOT_REPORTED" : null, provenance };
    });
  return views.length > 0 ? views : null;
}

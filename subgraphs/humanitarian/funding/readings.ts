import { region } from "../../kit/countries.ts";
import { missingOf } from "../../kit/source/missing.ts";
import type { Reading } from "../../kit/source/source.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord, PublishedRecord } from "../records/appeal.ts";
import { appealScope, countryScope } from "./boundary.ts";
import { type FundingRecord, fundingFromFlows, fundingFromTable } from "./funding.ts";
import { askedOf, dumpsFor, requireDump } from "./snapshots.ts";

type Loaders = Context["loaders"];

/**
 * The money for a country and year. With a day, from the flows of the last snapshot on or before it. Without one,
 * from the flows as they stand today, once they are fetched; until then the published table or, where it has no row,
 * the newest flows shipped.
 */
export async function fundingOfCountry(
  loaders: Loaders,
  country: string,
  year: number,
  asOf: string | undefined,
): Promise<FundingRecord> {
  const catalogue = await loaders.catalogue();
  const published = await load(loaders.fundingByYear.load({ country, year }));
  const live = asOf === undefined ? await loaders.liveFlows.load({ country, year }).catch(missingOf) : undefined;
  if (typeof live === "string") return fundingFromTable({ ...published, data: [] }, { year, missing: live }, catalogue);
  if (live?.data) {
    const { dump, flows } = live.data;
    const reading = { ...live, data: flows };
    return fundingFromFlows(
      { dump, scope: countryScope(country, dump), reading, rows: published.data, asOf },
      catalogue,
    );
  }
  const asked = { countries: [country], year };
  const newest = dumpsFor(catalogue.dumps, asked).at(-1);
  const dump = asOf ? requireDump(catalogue.dumps, asked, asOf) : published.data.length === 0 ? newest : undefined;
  if (!dump) {
    const missing = (region as readonly string[]).includes(country) ? "NOT_REPORTED" : "NOT_COVERED";
    return fundingFromTable(published, { year, missing }, catalogue);
  }
  const reading = await load(loaders.flows.load(dump));
  const scope = countryScope(country, dump);
  return fundingFromFlows({ dump, scope, reading, rows: published.data, asOf }, catalogue);
}

/** The money for an appeal, likewise; the published table answers for appeals that lie in the six countries alone. */
export async function fundingOfAppeal(
  loaders: Loaders,
  appeal: AppealRecord,
  asOf: string | undefined,
): Promise<FundingRecord> {
  const [catalogue, published] = await Promise.all([loaders.catalogue(), publishedOfAppeal(loaders, appeal)]);
  if (!asOf) {
    return fundingFromTable(published, { year: appeal.year, missing: "NOT_COVERED", wholeAppeal: true }, catalogue);
  }
  const dump = requireDump(catalogue.dumps, askedOf(appeal), asOf);
  const reading = await load(loaders.flows.load(dump));
  const scope = appealScope(appeal, dump);
  return fundingFromFlows({ dump, scope, reading, rows: published.data, asOf }, catalogue);
}

/** The rows of an appeal in all its countries; none when the table lacks one of these, because a part is no total. */
async function publishedOfAppeal(
  loaders: Loaders,
  { code, countries }: AppealRecord,
): Promise<Reading<readonly PublishedRecord[]>> {
  const published = await load(loaders.fundingByAppeal.load(code));
  const isWhole = countries.every((country) => published.data.some((row) => row.country === country));
  return isWhole ? published : { ...published, data: [] };
}

/** Tables shipped have a reading for every key. */
export async function load<T>(reading: Promise<Reading<T> | undefined>): Promise<Reading<T>> {
  const found = await reading;
  if (!found) throw new Error("A shipped table gave no reading");
  return found;
}

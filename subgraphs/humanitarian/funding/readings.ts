import { isInRegion } from "../../kit/countries.ts";
import { missingOf } from "../../kit/source/missing.ts";
import type { Reading } from "../../kit/source/source.ts";
import { askedInCountry, askedWhole, asShipped, withAppealCodes, withPlans } from "../appeals-of-today.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { AppealClusterRecord, AppealRecord, PublishedRecord } from "../records/appeal.ts";
import { appealScope, countryScope } from "./boundary.ts";
import { type FundingRecord, fundingFromFlows, fundingFromTable, type TableParts } from "./funding.ts";
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
  const { appeals, dumps } = await loaders.catalogue();
  const published = await load(loaders.fundingByYear.load({ country, year }));
  const live = asOf === undefined ? await loaders.liveFlows.load({ country, year }).catch(missingOf) : undefined;
  if (typeof live === "string") return fundingFromTable({ ...published, data: [] }, { year, missing: live }, appeals);
  const shipped = { rows: published.data, clusters: null, appeals };
  if (live?.data) {
    const today = await askedToday(loaders, { country, year }, shipped);
    const { dump, flows } = live.data;
    const reading = { ...live, data: withAppealCodes(flows, today.asked.appeals) };
    return fundingFromFlows({ dump, scope: countryScope(country, dump), reading, ...today });
  }
  const newest = dumpsFor(dumps, { countries: [country], year }).at(-1);
  const dump = asOf
    ? requireDump(dumps, { countries: [country], year }, asOf)
    : published.data.length === 0
      ? newest
      : undefined;
  if (!dump) {
    const missing = isInRegion(country) ? "NOT_REPORTED" : "NOT_COVERED";
    return fundingFromTable(published, { year, missing }, appeals);
  }
  const reading = await load(loaders.flows.load(dump));
  return fundingFromFlows({ dump, scope: countryScope(country, dump), reading, asked: shipped, asOf });
}

/** The money for an appeal, likewise; the published table answers for appeals that lie in the six countries alone. */
export async function fundingOfAppeal(
  loaders: Loaders,
  appeal: AppealRecord,
  asOf: string | undefined,
): Promise<FundingRecord> {
  const { appeals, dumps } = await loaders.catalogue();
  if (appeal.today && !asOf) {
    const { plan, read } = appeal.today;
    const { rows, clusters } = askedWhole(appeal, plan);
    const options = { year: appeal.year, missing: "NOT_REPORTED", clusters, wholeAppeal: true } as const;
    return fundingFromTable({ ...read, data: rows }, options, new Map(appeals).set(appeal.code, appeal));
  }
  const shipped = asShipped(appeals, appeal);
  const published = await publishedOfAppeal(loaders, shipped);
  if (!asOf) {
    return fundingFromTable(published, { year: shipped.year, missing: "NOT_COVERED", wholeAppeal: true }, appeals);
  }
  const dump = requireDump(dumps, askedOf(shipped), asOf);
  const reading = await load(loaders.flows.load(dump));
  const asked = { rows: published.data, clusters: null, appeals };
  return fundingFromFlows({ dump, scope: appealScope(shipped, dump), reading, asked, asOf });
}

/** The published division of an appeal by cluster; empty where there is none. */
export async function clustersOfAppeal(
  loaders: Loaders,
  appeal: AppealRecord,
): Promise<readonly AppealClusterRecord[]> {
  if (appeal.today) return askedWhole(appeal, appeal.today.plan).clusters;
  return (await load(loaders.appealClusters.load(appeal.code))).data;
}

/** The published division of the appeals of a reading by cluster, in its own countries. */
export async function clustersOfReading(
  loaders: Loaders,
  { parts: { rows, clusters } }: FundingRecord,
): Promise<readonly AppealClusterRecord[]> {
  if (clusters) return clusters;
  const codes = rows.flatMap(({ appeal }) => appeal ?? []);
  const countries = rows.map(({ country }) => country);
  const readings = await Promise.all(codes.map((code) => load(loaders.appealClusters.load(code))));
  return readings.flatMap(({ data }) => data).filter(({ country }) => countries.includes(country));
}

interface Today {
  readonly asked: TableParts;
  readonly askedNote: string | null;
}

/** What is asked for a country today: by the service where it is asked, else by the table shipped. */
async function askedToday(
  loaders: Loaders,
  { country, year }: { country: string; year: number },
  shipped: TableParts,
): Promise<Today> {
  const plans = await loaders.plans.load(year).catch(missingOf);
  if (typeof plans === "string") {
    const askedNote = "What appeals ask for is not known now: the service that states it does not answer.";
    return { asked: { ...shipped, rows: [], clusters: [] }, askedNote };
  }
  if (!plans?.data) return { asked: shipped, askedNote: null };
  const appeals: Catalogue["appeals"] = withPlans(shipped.appeals, [plans]);
  return { asked: { ...askedInCountry(plans.data, country, year), appeals }, askedNote: null };
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

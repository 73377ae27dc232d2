import type { ProvenanceRecord } from "../kit/graphql/values.ts";
import type { Catalogue } from "./catalogue.ts";
import type { AppealClusterRecord, AppealRecord, PublishedRecord } from "./records/appeal.ts";
import type { FlowRecord } from "./records/flow.ts";
import type { MoneyPart, PlanRecord } from "./records/plan.ts";

type Appeals = Catalogue["appeals"];

/** The plans of a year with how current they are; null where the table shipped answers for them. */
interface PlansRead extends ProvenanceRecord {
  readonly data: readonly PlanRecord[] | null;
}

/**
 * The years whose appeals are asked for: from the first that was not over when the table was taken, and the year before
 * the present one at least, because money for it is still reported, to the next one, whose plans come out before it.
 *
 * @param takenAt when the table was taken @param now milliseconds since 1970
 */
export function openYears(takenAt: string, now: number): number[] {
  const present = new Date(now).getUTCFullYear();
  const first = Math.min(new Date(takenAt).getUTCFullYear(), present - 1);
  return Array.from({ length: present + 1 - first + 1 }, (_, i) => first + i);
}

/**
 * The appeals with those that were read from the service, in place of what the table shipped says of them. A plan keeps
 * its number while its code, name and type change; one that the service no longer lists stays as the table has it.
 */
export function withPlans(appeals: Appeals, readings: readonly PlansRead[]): Appeals {
  const current = new Map(appeals);
  const byNumber = new Map([...appeals.values()].map((appeal) => [appeal.ftsId, appeal]));
  for (const { data, ...read } of readings) {
    for (const plan of data ?? []) {
      const shipped = byNumber.get(plan.ftsId) ?? appeals.get(plan.code);
      if (shipped) current.delete(shipped.code);
      current.set(plan.code, toAppeal(plan, read, shipped));
    }
  }
  return current;
}

/** What the table shipped knew of an appeal: snapshots of the flows are of its days. */
export function asShipped(appeals: Appeals, appeal: AppealRecord): AppealRecord {
  if (!appeal.today) return appeal;
  const shipped = [appeal.code, ...appeal.earlierCodes].flatMap((code) => appeals.get(code) ?? []).at(0);
  return shipped ?? { ...appeal, originalRequirementUsd: null, requirementUsd: null, today: null };
}

/** What an appeal of today asks for and got, whole. */
export function askedWhole({ code, countries }: AppealRecord, plan: PlanRecord) {
  const [only = null, ...others] = countries;
  const country = others.length > 0 ? null : only;
  const { year, requirementUsd, fundingUsd } = plan;
  return {
    rows: [{ country, year, appeal: code, requirementUsd, fundingUsd }] satisfies PublishedRecord[],
    clusters: plan.clusters.map((part) => toClusterRow(part, code, country)),
  };
}

/** What the appeals of today ask for in one of their countries, and got for it. */
export function askedInCountry(plans: readonly PlanRecord[], country: string, year: number) {
  const here = plans.filter((plan) => plan.year === year && plan.countries.includes(country));
  const rows = here.map((plan): PublishedRecord => {
    const part = plan.countries.length > 1 ? plan.byCountry.find(({ code }) => code === country) : plan;
    const { requirementUsd = null, fundingUsd = null } = part ?? {};
    return { country, year, appeal: plan.code, requirementUsd, fundingUsd };
  });
  const clusters = here
    .filter(({ countries }) => countries.length === 1)
    .flatMap((plan) => plan.clusters.map((part) => toClusterRow(part, plan.code, country)));
  return { rows, clusters };
}

/** Flows with the codes that appeals have today, where they name them by number or by a former code. */
export function withAppealCodes(flows: readonly FlowRecord[], appeals: Appeals): readonly FlowRecord[] {
  const codes = new Map(
    [...appeals.values()].flatMap(({ ftsId, code, earlierCodes }) =>
      [`FTS:${ftsId}`, ...earlierCodes].map((former) => [former, code] as const),
    ),
  );
  const named = (end: FlowRecord["source"]) => {
    const appeal = codes.get(end.appeal ?? "");
    return appeal ? { ...end, appeal } : end;
  };
  return flows.map((flow) => ({ ...flow, source: named(flow.source), destination: named(flow.destination) }));
}

function toAppeal(plan: PlanRecord, read: ProvenanceRecord, shipped: AppealRecord | undefined): AppealRecord {
  const { code, ftsId, name, type, year, startDate, endDate, countries, originalRequirementUsd, requirementUsd } = plan;
  const earlier = (past: readonly (string | null | undefined)[], present: string | null) =>
    [...new Set(past)].filter((each): each is string => Boolean(each) && each !== present);
  return {
    code,
    ftsId,
    name,
    type,
    year,
    startDate,
    endDate,
    countries,
    originalRequirementUsd,
    requirementUsd,
    earlierTypes: earlier([...(shipped?.earlierTypes ?? []), shipped?.type], type),
    earlierNames: earlier([...(shipped?.earlierNames ?? []), shipped?.name], name),
    earlierCodes: earlier([...(shipped?.earlierCodes ?? []), shipped?.code], code),
    today: { plan, read },
  };
}

function toClusterRow(part: MoneyPart, appeal: string, country: string | null): AppealClusterRecord {
  const { code: cluster, requirementUsd, fundingUsd } = part;
  return { appeal, country, cluster, requirementUsd, fundingUsd };
}

import type { FlowRecord } from "../records/flow.ts";
import { boundaryOf, type Scope } from "./boundary.ts";
import { reckon } from "./reckoning.ts";

export interface ChangeRecord {
  readonly id: string;
  readonly beforeUsd: number;
  readonly afterUsd: number;
  readonly fields: readonly string[];
}

export interface ChangesRecord {
  readonly netUsd: number;
  readonly added: readonly FlowRecord[];
  readonly removed: readonly FlowRecord[];
  readonly changed: readonly ChangeRecord[];
}

/** What a snapshot says of the flows of a scope. */
export interface Side {
  readonly flows: readonly FlowRecord[];
  readonly scope: Scope;
}

/**
 * The flows of a scope in two snapshots, compared by all that they state: amounts change without a new version.
 * @param internal whether both snapshots hold what moves inside; else incoming flows alone are compared
 */
export function changesBetween(before: Side, after: Side, internal: boolean): ChangesRecord {
  const [old, current] = [touching(before, internal), touching(after, internal)];
  return {
    netUsd: reckon(after.flows, after.scope).totalUsd - reckon(before.flows, before.scope).totalUsd,
    added: [...current.values()].filter(({ id }) => !old.has(id)),
    removed: [...old.values()].filter(({ id }) => !current.has(id)),
    changed: [...current.values()].flatMap((flow) => {
      const was = old.get(flow.id);
      const fields = was ? changedFields(was, flow) : [];
      return was && fields.length > 0
        ? [{ id: flow.id, beforeUsd: was.amountUsd, afterUsd: flow.amountUsd, fields }]
        : [];
    }),
  };
}

function touching({ flows, scope }: Side, internal: boolean): Map<string, FlowRecord> {
  const kept = flows.filter((flow) => {
    const boundary = boundaryOf(flow, scope);
    return boundary === "INCOMING" || (internal && boundary !== null);
  });
  return new Map(kept.map((flow) => [flow.id, flow]));
}

/** What is compared, under the names that `FundingFlow` gives it or, for what it does not show, our own. */
const compared: Readonly<Record<string, (flow: FlowRecord) => unknown>> = {
  amountUsd: ({ amountUsd }) => amountUsd,
  originalAmount: ({ originalAmount }) => originalAmount,
  originalCurrency: ({ originalCurrency }) => originalCurrency,
  status: ({ status }) => status,
  flowType: ({ flowType }) => flowType,
  contributionType: ({ contributionType }) => contributionType,
  method: ({ method }) => method,
  earmarking: ({ earmarking }) => earmarking,
  date: ({ date }) => date,
  decisionDate: ({ decisionDate }) => decisionDate,
  firstReportedDate: ({ firstReportedDate }) => firstReportedDate,
  donors: ({ source }) => source.organizations,
  recipients: ({ destination }) => destination.organizations,
  appeal: ({ destination }) => destination.appeal,
  clusters: ({ destination }) => destination.clusters,
  parent: ({ parent }) => parent,
  children: ({ children }) => children,
  reportChannel: ({ reportChannels }) => reportChannels,
  sourcePlaceAndYears: ({ source }) => [
    source.countries,
    source.firstYear,
    source.lastYear,
    source.appeal,
    source.clusters,
  ],
  destinationPlaceAndYears: ({ destination }) => [destination.countries, destination.firstYear, destination.lastYear],
};

function changedFields(before: FlowRecord, after: FlowRecord): string[] {
  return Object.entries(compared)
    .filter(([, partOf]) => JSON.stringify(partOf(before)) !== JSON.stringify(partOf(after)))
    .map(([name]) => name);
}

import type { FlowRecord } from "../records/flow.ts";
import { boundaryOf, isOfYearAlone, isShared, type Scope } from "./boundary.ts";

/** The flows of a scope sorted by whether they count, with their sums in US dollars. */
export interface Reckoning {
  readonly scope: Scope;
  /** Incoming, for this scope alone, paid or committed: what the total is made of. */
  readonly counted: readonly FlowRecord[];
  /** Inside the scope already: they move money without adding any. */
  readonly internal: readonly FlowRecord[];
  /** Every flow that touches the scope. */
  readonly touching: readonly FlowRecord[];
  readonly totalUsd: number;
  /** Part of the total that is for other years too, or for another one. */
  readonly otherYearsUsd: number;
  readonly excluded: Excluded;
  /** Whether any money came in at all, counted or not. */
  readonly hasIncoming: boolean;
}

export interface Excluded {
  internalUsd: number;
  sharedUsd: number;
  pledgesUsd: number;
  duplicatesUsd: number;
}

/** Adds up the flows of one dump; each flow stands in it once. */
export function reckon(flows: readonly FlowRecord[], scope: Scope): Reckoning {
  const counted: FlowRecord[] = [];
  const internal: FlowRecord[] = [];
  const touching: FlowRecord[] = [];
  const excluded: Excluded = { internalUsd: 0, sharedUsd: 0, pledgesUsd: 0, duplicatesUsd: 0 };
  let totalUsd = 0;
  let otherYearsUsd = 0;
  let incoming = 0;
  for (const flow of flows) {
    const boundary = boundaryOf(flow, scope);
    if (!boundary) continue;
    touching.push(flow);
    excluded.duplicatesUsd += flow.amountUsd * (flow.publisherRows - 1);
    if (boundary === "INCOMING") incoming++;
    if (flow.status === "PLEDGE") {
      if (boundary === "INCOMING") excluded.pledgesUsd += flow.amountUsd;
    } else if (boundary === "INTERNAL") {
      internal.push(flow);
      excluded.internalUsd += flow.amountUsd;
    } else if (boundary === "INCOMING" && isShared(flow, scope)) {
      excluded.sharedUsd += flow.amountUsd;
    } else if (boundary === "INCOMING") {
      counted.push(flow);
      totalUsd += flow.amountUsd;
      if (!scope.appeal && !isOfYearAlone(flow, scope)) otherYearsUsd += flow.amountUsd;
    }
  }
  return { scope, counted, internal, touching, totalUsd, otherYearsUsd, excluded, hasIncoming: incoming > 0 };
}

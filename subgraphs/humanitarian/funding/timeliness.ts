import type { FlowRecord } from "../records/flow.ts";

export interface TimelinessRecord {
  readonly decisionToReportMedianDays: number | null;
  readonly decisionToReportP90Days: number | null;
  readonly decisionToPublicationMedianDays: number | null;
  readonly decisionToPublicationP90Days: number | null;
}

/** Days from decision to report and to publication, over all flows that state both dates. */
export function timelinessOf(flows: readonly FlowRecord[]): TimelinessRecord {
  const toReport = lags(flows, ({ firstReportedDate }) => firstReportedDate);
  const toPublication = lags(flows, ({ createdDate }) => createdDate);
  return {
    decisionToReportMedianDays: quantile(toReport, 0.5),
    decisionToReportP90Days: quantile(toReport, 0.9),
    decisionToPublicationMedianDays: quantile(toPublication, 0.5),
    decisionToPublicationP90Days: quantile(toPublication, 0.9),
  };
}

/** In rising order; negative where a flow was reported before it was decided on. */
function lags(flows: readonly FlowRecord[], endOf: (flow: FlowRecord) => string | null): number[] {
  const days = flows.flatMap((flow) => {
    const end = endOf(flow);
    return flow.decisionDate && end ? [(Date.parse(end) - Date.parse(flow.decisionDate)) / 86_400_000] : [];
  });
  return days.sort((a, b) => a - b);
}

/** By linear interpolation between the two nearest; null for none. */
function quantile(sorted: readonly number[], q: number): number | null {
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  return below === undefined || above === undefined ? null : below + (above - below) * (position % 1);
}

/** Progress towards 2030 by the method that Open SDG ships (Statistics Canada, after Eurostat). Pure arithmetic. */

export type SdgStatus = "ACHIEVED" | "ON_TRACK" | "ACCELERATE" | "LIMITED" | "DETERIORATING" | "NO_DATA";
export type ProgressMethod = "CAGR_TO_TARGET" | "LINEAR_TO_TARGET" | "CAGR_WITHOUT_TARGET";

export interface Point {
  readonly year: number;
  readonly value: number;
}

export interface ProgressQuestion {
  readonly baseline: Point;
  readonly latest: Point;
  /** The level to reach in 2030, when the target has one. */
  readonly target: number | undefined;
  /** 1 when more is better, -1 when less is. */
  readonly direction: 1 | -1;
  /** Whether values are shares of a whole, between 0 and 100. */
  readonly isShare: boolean;
}

export interface Progress {
  readonly status: SdgStatus;
  readonly method: ProgressMethod | null;
  /** A year: a part of the value for CAGR, units for the linear method. */
  readonly annualRate: number | null;
  readonly requiredRate: number | null;
  /** Observed over required, positive towards the target. */
  readonly ratio: number | null;
  readonly projected2030: number | null;
  readonly note: string | null;
}

export const targetYear = 2030;
export const firstBaselineYear = 2015;
export const lastBaselineYear = 2018;

const none: Progress = {
  status: "NO_DATA",
  method: null,
  annualRate: null,
  requiredRate: null,
  ratio: null,
  projected2030: null,
  note: null,
};

/** The baseline (2015, else the first year after it, at most 2018) and the newest point from 2018 on; undefined without two. */
export function pointsOf(points: readonly Point[]): Pick<ProgressQuestion, "baseline" | "latest"> | undefined {
  const baseline = points.find(({ year }) => year >= firstBaselineYear && year <= lastBaselineYear);
  const latest = points.at(-1);
  if (!baseline || !latest || latest.year < lastBaselineYear || latest.year <= baseline.year) return undefined;
  return { baseline, latest };
}

export function assess(question: ProgressQuestion): Progress {
  const { baseline, latest, target, direction } = question;
  if (target === undefined) return withoutTarget(question);
  const linear =
    baseline.value === 0 || target === 0 || Math.sign(baseline.value) !== Math.sign(target) || latest.value < 0;
  const { annualRate, requiredRate, projected } = linear
    ? linearRates(question, target)
    : compoundRates(question, target);
  const ratio = requiredRate === 0 ? null : (direction * annualRate) / Math.abs(requiredRate);
  const meets = (value: number) => direction * (value - target) >= 0;
  return {
    status: meets(latest.value) ? "ACHIEVED" : meets(baseline.value) ? "DETERIORATING" : statusOfRatio(ratio ?? 0),
    method: linear ? "LINEAR_TO_TARGET" : "CAGR_TO_TARGET",
    annualRate,
    requiredRate,
    ratio,
    projected2030: clamp(projected, question),
    note: null,
  };
}

function withoutTarget(question: ProgressQuestion): Progress {
  const { baseline, latest, direction, isShare } = question;
  if (baseline.value <= 0 || latest.value < 0)
    return { ...none, note: "A rate of change from zero or below has no meaning." };
  const limit = direction === 1 ? 100 : 0;
  if (isShare && Math.abs(limit - latest.value) <= 5) {
    return { ...none, note: "Close to its natural limit, where the thresholds shrink by a factor that nobody states." };
  }
  const annualRate = compoundRate(baseline, latest);
  const gain = direction * annualRate;
  return {
    status: gain >= 0.015 ? "ON_TRACK" : gain >= 0.005 ? "ACCELERATE" : gain >= 0 ? "LIMITED" : "DETERIORATING",
    method: "CAGR_WITHOUT_TARGET",
    annualRate,
    requiredRate: null,
    ratio: null,
    projected2030: clamp(compoundProjection(latest, annualRate), question),
    note: null,
  };
}

function compoundRates({ baseline, latest }: ProgressQuestion, target: number) {
  const annualRate = compoundRate(baseline, latest);
  const requiredRate = compoundRate(baseline, { year: targetYear, value: target });
  return { annualRate, requiredRate, projected: compoundProjection(latest, annualRate) };
}

function linearRates({ baseline, latest }: ProgressQuestion, target: number) {
  const annualRate = (latest.value - baseline.value) / (latest.year - baseline.year);
  const requiredRate = (target - baseline.value) / (targetYear - baseline.year);
  return { annualRate, requiredRate, projected: latest.value + annualRate * (targetYear - latest.year) };
}

function compoundRate(from: Point, to: Point): number {
  return (to.value / from.value) ** (1 / (to.year - from.year)) - 1;
}

function compoundProjection(latest: Point, annualRate: number): number {
  return latest.value * (1 + annualRate) ** (targetYear - latest.year);
}

function statusOfRatio(ratio: number): SdgStatus {
  if (ratio >= 0.95) return "ON_TRACK";
  if (ratio >= 0.6) return "ACCELERATE";
  return ratio >= 0 ? "LIMITED" : "DETERIORATING";
}

/** A share stays between 0 and 100; what began and stands at or above zero does not fall below it. */
function clamp(projected: number, { isShare, latest }: ProgressQuestion): number {
  const floored = latest.value >= 0 ? Math.max(0, projected) : projected;
  return isShare ? Math.min(100, floored) : floored;
}

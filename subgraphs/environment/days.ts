import { requireRange } from "../kit/require.ts";

const dayMs = 86_400_000;

/** Calendar days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface SpanAsked {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * The days asked for: until today where no end is given, and so many before the end where no beginning is.
 *
 * @throws GraphError INVALID_RANGE
 */
export function toSpan({ from, to }: SpanAsked, today: string, days: number): Span {
  const end = to ?? today;
  requireRange(from, end);
  return { from: from ?? dayAfter(end, -days), to: end };
}

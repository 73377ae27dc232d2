import type { IndicatorRecord } from "../indicator.ts";

export const humanitarianIndicators: readonly IndicatorRecord[] = [];

import type { IndicatorRecord } from "../indicator.ts";

export const environmentIndicators: readonly IndicatorRecord[] = [];

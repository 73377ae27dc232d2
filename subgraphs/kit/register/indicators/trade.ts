import type { IndicatorRecord } from "../indicator.ts";

export const tradeIndicators: readonly IndicatorRecord[] = [];

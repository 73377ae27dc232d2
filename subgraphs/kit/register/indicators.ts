import type { IndicatorRecord } from "./indicator.ts";
import { environmentIndicators } from "./indicators/environment.ts";
import { humanitarianIndicators } from "./indicators/humanitarian.ts";
import { tradeIndicators } from "./indicators/trade.ts";

/**
 * The indicators that subgraphs other than countries emit. The countries subgraph resolves them
 * beside its own tables, so that `Indicator` of any series has a title, a unit and a source.
 */
export const registeredIndicators: readonly IndicatorRecord[] = [
  ...environmentIndicators,
  ...humanitarianIndicators,
  ...tradeIndicators,
];

import type { ThemeEntry } from "./theme-entry.ts";
import { aid } from "./themes/aid.ts";
import { goals } from "./themes/goals.ts";
import { trade } from "./themes/trade.ts";
import { water } from "./themes/water.ts";

/** The regional page from top to bottom. A new subject is a published query and a line here. */
export const themes: readonly ThemeEntry[] = [goals, water, aid, trade];

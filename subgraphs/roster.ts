import { countries } from "./countries/index.ts";
import type { Subgraph } from "./kit/subgraph.ts";
import { trade } from "./trade/index.ts";

/** Every subgraph of the graph. */
export const roster: readonly Subgraph[] = [countries, trade];

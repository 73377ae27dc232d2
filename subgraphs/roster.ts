import { countries } from "./countries/index.ts";
import type { Subgraph } from "./kit/subgraph.ts";

/** Every subgraph of the graph. */
export const roster: readonly Subgraph[] = [countries];

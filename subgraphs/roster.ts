import { countries } from "./countries/index.ts";
import { environment } from "./environment/index.ts";
import { humanitarian } from "./humanitarian/index.ts";
import type { Subgraph } from "./kit/subgraph.ts";
import { trade } from "./trade/index.ts";

/** Every subgraph of the graph. */
export const roster: readonly Subgraph[] = [countries, environment, humanitarian, trade];

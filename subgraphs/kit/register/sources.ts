import type { SourceRecord } from "./source.ts";
import { countriesSources } from "./sources/countries.ts";
import { environmentSources } from "./sources/environment.ts";
import { humanitarianSources } from "./sources/humanitarian.ts";
import { tradeSources } from "./sources/trade.ts";

/** Every source of the graph, whichever subgraph reads it. */
export const sources: readonly SourceRecord[] = [
  ...countriesSources,
  ...environmentSources,
  ...humanitarianSources,
  ...tradeSources,
];

const byId = new Map(sources.map((source) => [source.id, source]));

/** Throws on an id that is not registered: a table or a record that names one is broken. */
export function sourceById(id: string): SourceRecord {
  const source = byId.get(id);
  if (!source) throw new Error(`No source ${id} in the register`);
  return source;
}

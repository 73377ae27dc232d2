import { type ProvenanceTrace, provenanceOf } from "../subgraphs/kit/graphql/trace-provenance.ts";
import { notingReadings } from "../subgraphs/kit/source/loader.ts";
import { noStore } from "./caching/cache-control.ts";
import { type Caching, createCachingGatherer } from "./caching/caching.ts";
import { createProvenanceGatherer } from "./citations/gather.ts";

/** What the resolvers of one request share: for each subgraph of this process its own context, made when first needed. */
export interface RequestContext {
  of(subgraph: string): object;
  /** Takes what a subgraph elsewhere, or a kept answer, reports in its extensions. */
  noteExtensions(extensions: unknown): void;
  /** Takes what caches are told of a subgraph's answer; undefined for one that says nothing, which is not kept. */
  noteCaching(caching: Caching | undefined): void;
  /** The sources that fed the answer so far, each with its vintage once. */
  provenance(): readonly ProvenanceTrace[];
  /** What caches are told of the answer so far; undefined when no subgraph answered. */
  caching(): Caching | undefined;
}

const unsaid: Caching = { control: noStore, origins: ["uncached"] };

/** @param makers by subgraph name, what makes its context for one request */
export function createRequestContext(makers: ReadonlyMap<string, () => object>): RequestContext {
  const made = new Map<string, object>();
  const reported = createProvenanceGatherer();
  const told = createCachingGatherer();
  return {
    of(subgraph) {
      const make = makers.get(subgraph);
      const context = made.get(subgraph) ?? (make && notingReadings(make)());
      if (!context) throw new Error(`No subgraph ${subgraph} in this process`);
      made.set(subgraph, context);
      return context;
    },
    noteExtensions: reported.add,
    noteCaching: (caching) => told.add(caching ?? unsaid),
    provenance() {
      for (const context of made.values()) reported.add({ provenance: provenanceOf(context) });
      return reported.traces;
    },
    caching: () => told.merged,
  };
}

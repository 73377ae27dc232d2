import { type ProvenanceTrace, provenanceOf } from "../subgraphs/kit/graphql/trace-provenance.ts";
import { notingReadings } from "../subgraphs/kit/source/loader.ts";
import { createProvenanceGatherer } from "./citations/gather.ts";

/** What the resolvers of one request share: for each subgraph of this process its own context, made when first needed. */
export interface RequestContext {
  of(subgraph: string): object;
  /** Takes what a subgraph elsewhere, or a kept answer, reports in its extensions. */
  noteExtensions(extensions: unknown): void;
  /** The sources that fed the answer so far, each with its vintage once. */
  provenance(): readonly ProvenanceTrace[];
}

/** @param makers by subgraph name, what makes its context for one request */
export function createRequestContext(makers: ReadonlyMap<string, () => object>): RequestContext {
  const made = new Map<string, object>();
  const reported = createProvenanceGatherer();
  return {
    of(subgraph) {
      const make = makers.get(subgraph);
      const context = made.get(subgraph) ?? (make && notingReadings(make)());
      if (!context) throw new Error(`No subgraph ${subgraph} in this process`);
      made.set(subgraph, context);
      return context;
    },
    noteExtensions: reported.add,
    provenance() {
      for (const context of made.values()) reported.add({ provenance: provenanceOf(context) });
      return reported.traces;
    },
  };
}

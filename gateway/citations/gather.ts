import { z } from "zod";
import type { ProvenanceTrace } from "../../subgraphs/kit/graphql/trace-provenance.ts";

const reported = z.object({
  provenance: z.array(z.object({ source: z.string(), vintage: z.string().nullable(), retrievedAt: z.string() })),
});

/** The sources that fed one request, gathered from the extensions of its subgraphs' answers. */
export interface ProvenanceGatherer {
  /** @param extensions of a subgraph's answer; what is not a report of provenance is left alone */
  add(extensions: unknown): void;
  readonly traces: readonly ProvenanceTrace[];
}

export function createProvenanceGatherer(): ProvenanceGatherer {
  const traces = new Map<string, ProvenanceTrace>();
  return {
    add(extensions) {
      if (extensions === undefined || extensions === null) return;
      const { data } = reported.safeParse(extensions);
      for (const trace of data?.provenance ?? []) {
        const key = `${trace.source}|${trace.vintage}`;
        const before = traces.get(key);
        if (!before || before.retrievedAt < trace.retrievedAt) traces.set(key, trace);
      }
    },
    get traces() {
      return [...traces.values()];
    },
  };
}

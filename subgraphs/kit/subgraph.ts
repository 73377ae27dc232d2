import type { GraphQLSchema } from "graphql";
import type { CacheDeps } from "./cache/cached.ts";
import type { Upstreams } from "./source/open-upstreams.ts";
import type { Probe } from "./source/probe.ts";

/** What a subgraph gets from the process it runs in. */
export interface SubgraphDeps extends CacheDeps {
  readonly upstreams: Upstreams;
}

/** The front door of a subgraph: all that the gateway knows of it. */
export interface Subgraph {
  readonly name: string;
  /** A tiny question to each upstream that it reads. */
  readonly probes: readonly Probe[];
  buildSchema(): Promise<GraphQLSchema>;
  /** Opens its sources once per process; the function it gives makes the context of one request, with its loaders. */
  open(deps: SubgraphDeps): () => object;
}

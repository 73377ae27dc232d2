import { createMemoryStore } from "../subgraphs/kit/cache/memory-store.ts";
import type { SubgraphDeps } from "../subgraphs/kit/subgraph.ts";

const memoryBytes = 64 * 1024 * 1024;

/** What the subgraphs of this process share. */
export function openDeps(): SubgraphDeps {
  return { store: createMemoryStore({ maxBytes: memoryBytes, clock: Date.now }), clock: Date.now };
}

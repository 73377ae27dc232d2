import { setImmediate as nextTurn } from "node:timers/promises";
import { validate } from "graphql";
import type { ExecutableGraph } from "./executable-graph.ts";

/** How many operations a new supergraph is made ready for before it takes over. */
const mostOperations = 200;

/** Compiles what clients asked of one supergraph lately for another one, so that the change slows none of them down. */
export async function warmUp(next: ExecutableGraph, current: ExecutableGraph): Promise<void> {
  for (const { queryHash, document, operationName, operation } of current.recent().slice(0, mostOperations)) {
    // Requests that came meanwhile are answered between two plans.
    await nextTurn();
    if (validate(next.schema, document).length > 0) continue;
    const own = next.operation(queryHash, document, operationName);
    for (const conditions of operation.compiledFor()) own.compile(conditions);
  }
}

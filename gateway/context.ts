/** What the resolvers of one request share: for each subgraph of this process its own context, made when first needed. */
export interface RequestContext {
  of(subgraph: string): object;
}

/** @param makers by subgraph name, what makes its context for one request */
export function createRequestContext(makers: ReadonlyMap<string, () => object>): RequestContext {
  const made = new Map<string, object>();
  return {
    of(subgraph) {
      const context = made.get(subgraph) ?? makers.get(subgraph)?.();
      if (!context) throw new Error(`No subgraph ${subgraph} in this process`);
      made.set(subgraph, context);
      return context;
    },
  };
}

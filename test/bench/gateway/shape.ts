/** A graph and a query whose execution is measured. */
export interface Shape {
  readonly name: string;
  readonly subgraphs: readonly BenchSubgraph[];
  /** Takes `$tag`, which makes a request unlike the others and changes nothing in its answer. */
  readonly query: string;
}

export interface BenchSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Record<string, Record<string, (source: never, args: never) => unknown>>;
}

export const federationLink = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

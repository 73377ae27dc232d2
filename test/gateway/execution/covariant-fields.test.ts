import { expect, onTestFinished, test } from "vitest";
import { askSingle, openFederation, type TestSubgraph } from "../../support/federation.ts";

interface Stop {
  readonly __typename: "Halt" | "Terminal";
  readonly id: string;
  readonly name: string;
}

const halt = (id: string): Stop => ({ __typename: "Halt", id, name: `Halt ${id}` });
const terminal = (id: string): Stop => ({ __typename: "Terminal", id, name: `Terminal ${id}` });
const typed = { __resolveType: ({ __typename }: Stop) => __typename };

const network: TestSubgraph = {
  typeDefs: `
    type Query { stop: Stop stops: [Stop!] }
    interface Stop { name: String next: Stop }
    type Halt implements Stop @key(fields: "id") { id: ID! name: String next: Halt platforms: Int }
    type Terminal implements Stop @key(fields: "id") { id: ID! name: String next: Terminal }`,
  resolvers: {
    Query: { stop: () => halt("h1"), stops: () => [halt("h2"), terminal("t1")] },
    Stop: typed,
    Halt: { next: ({ id }) => halt(`${id}.`), platforms: () => 2 },
    Terminal: { next: ({ id }) => terminal(`${id}.`) },
  },
};
const upkeep: TestSubgraph = {
  typeDefs: `
    type Halt @key(fields: "id") { id: ID! condition: Int inspected: String }
    type Terminal @key(fields: "id") { id: ID! condition: String inspected: String }`,
  resolvers: {
    Halt: { condition: ({ id }) => id.length, inspected: () => "2025" },
    Terminal: { condition: ({ id }) => `good at ${id}`, inspected: () => "2026" },
  },
};
const merged: TestSubgraph = {
  typeDefs: `
    type Query { stop: Stop stops: [Stop!] }
    interface Stop { name: String next: Stop }
    type Halt implements Stop { id: ID! name: String next: Halt platforms: Int condition: Int inspected: String }
    type Terminal implements Stop { id: ID! name: String next: Terminal condition: String inspected: String }`,
  resolvers: {
    Query: network.resolvers["Query"] ?? {},
    Halt: { ...network.resolvers["Halt"], ...upkeep.resolvers["Halt"] },
    Terminal: { ...network.resolvers["Terminal"], ...upkeep.resolvers["Terminal"] },
  },
};

test.each([
  [
    "selected on the interface and on one type",
    "{ stop { next { name } ... on Halt { next { condition platforms } } } }",
  ],
  [
    "selected on the interface and on every type",
    "{ stops { next { name } ...H ...T } } fragment H on Halt { next { id } } fragment T on Terminal { next { inspected } }",
  ],
  [
    "selected on both under another name",
    "{ stops { then: next { name } ... on Halt { then: next { platforms condition } } } }",
  ],
  [
    "under the names of other fields",
    "{ stops { next { id: name } ... on Halt { next { id: name inspected } name: next { id } } } }",
  ],
  [
    "whose fields have another name in each type",
    "{ stops { next { ... on Halt { level: condition } ... on Terminal { text: condition } } } }",
  ],
  [
    "whose fields have the name of one of another type",
    "{ stops { next { ... on Halt { level: condition } ... on Terminal { condition } } } }",
  ],
  [
    "whose narrower type is asked through the interface alone",
    "{ stop { next { next { ... on Halt { a: condition b: condition } } } } }",
  ],
])(
  "a field of a narrower type in an object than in its interface, %s, gives what one schema gives",
  async (_, query) => {
    const federation = await openFederation({ network, upkeep });
    onTestFinished(() => federation.close());

    const answer = await federation.ask(query);

    expect(answer.errors).toEqual([]);
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify((await askSingle(merged, query)).data));
  },
);

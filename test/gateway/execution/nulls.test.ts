import { expect, onTestFinished, test } from "vitest";
import { GraphError } from "../../../subgraphs/kit/errors.ts";
import { askSingle, errorPaths, openFederation, type TestSubgraph } from "../../support/federation.ts";

const rivers: TestSubgraph = {
  typeDefs: `
    type Query { rivers: [River!] strict: [River!]! one(id: ID!): River }
    type River @key(fields: "id") { id: ID! name: String }`,
  resolvers: { Query: { rivers: () => all, strict: () => all, one: (_, { id }) => ({ id, name: "one" }) } },
};
const gauges: TestSubgraph = {
  typeDefs: `type River @key(fields: "id") { id: ID! level: Float flow: Float! station: Station } type Station { code: String! height: Int! }`,
  resolvers: {
    River: {
      level: ({ id }) => (id === "2" ? fail() : 1.5),
      flow: ({ id }) => (id === "2" ? fail() : 2),
      station: () => ({}),
    },
    Station: { code: () => "S", height: () => fail() },
  },
};
const merged: TestSubgraph = {
  typeDefs: `
    type Query { rivers: [River!] strict: [River!]! one(id: ID!): River }
    type River { id: ID! name: String level: Float flow: Float! station: Station } type Station { code: String! height: Int! }`,
  resolvers: { Query: rivers.resolvers["Query"] ?? {}, ...gauges.resolvers },
};
const all = [
  { id: "1", name: "Syr" },
  { id: "2", name: "Amu" },
  { id: "3", name: "Ili" },
];

function fail(): never {
  throw new Error("broken");
}

async function open(override = {}) {
  const federation = await openFederation({ rivers, gauges }, { override });
  onTestFinished(() => federation.close());
  return federation;
}

test.each([
  ["a nullable field", "{ rivers { name level } }"],
  ["a field that must not be null, up to the nullable list", "{ list: rivers { name flow } one(id: 1) { flow } }"],
  ["a field that must not be null, up to the root", "{ strict { now: flow } }"],
  ["a field in an object that a nullable field holds", "{ rivers { station { code height } } }"],
])("an error in %s has the path and the effect that it has in one schema", async (_, query) => {
  const answer = await (await open()).ask(query);
  const single = await askSingle(merged, query);
  expect(answer.data).toEqual(single.data);
  expect(errorPaths(answer)).toEqual(errorPaths(single));
});

test("a subgraph that fails costs its own fields, each with a coded error at its path", async () => {
  const federation = await open({
    gauges: () => Promise.reject(new GraphError("SUBGRAPH_UNAVAILABLE", "The gauges service did not answer.")),
  });
  const { data, errors } = await federation.ask("{ rivers { name water: level station { code } } }");
  expect(data.rivers).toEqual(all.map(({ name }) => ({ name, water: null, station: null })));
  expect(errors).toHaveLength(6);
  expect(errors[0]).toMatchObject({
    path: ["rivers", 0, "water"],
    extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "gauges" },
  });
});

test.each([
  ["no list of entities", { data: { _entities: null } }],
  ["too few entities", { data: { _entities: [{ level: 1 }] } }],
  ["something else than objects", { data: { _entities: ["a", 5, [1]] } }],
  ["no data", { data: null }],
])("a subgraph that answers with %s leaves its fields null and an error", async (_, answer) => {
  const federation = await open({ gauges: async () => answer });
  const { data, errors } = await federation.ask("{ rivers { name flow } }");
  expect(data).toEqual({ rivers: null });
  expect(errors[0]?.extensions).toMatchObject({ code: "SUBGRAPH_MALFORMED" });
});

test("values of another type than the schema's are null with an error and never reach the client", async () => {
  const federation = await open({
    rivers: async () => ({
      data: { rivers: [{ __typename: "River", id: 7, name: { first: "x" } }, "text", { id: "8", name: "fine" }] },
    }),
  });
  const { data, errors } = await federation.ask("{ rivers { id name } }");
  expect(data).toEqual({ rivers: null });
  expect(errors.map(({ path }) => path)).toEqual([
    ["rivers", 0, "name"],
    ["rivers", 1],
  ]);
});

test("an object whose key is null is not asked about, and one that has another key is", async () => {
  const federation = await openFederation({
    a: {
      typeDefs: `type Query { books: [Book!] } type Book @key(fields: "upc") @key(fields: "id") { upc: ID id: ID }`,
      resolvers: {
        Query: {
          books: () => [
            { upc: "u1", id: null },
            { upc: null, id: "2" },
            { upc: null, id: null },
          ],
        },
      },
    },
    b: {
      typeDefs: `type Book @key(fields: "upc") { upc: ID title: String }`,
      resolvers: { Book: { title: ({ upc }) => (upc === null ? fail() : `title of ${upc}`) } },
    },
  });
  onTestFinished(() => federation.close());
  expect(await federation.ask("{ books { upc id title } }")).toEqual({
    data: {
      books: [
        { upc: "u1", id: null, title: "title of u1" },
        { upc: null, id: "2", title: null },
        { upc: null, id: null, title: null },
      ],
    },
    errors: [],
  });
});

test("null from one subgraph does not overwrite what another one knows", async () => {
  const federation = await openFederation({
    a: {
      typeDefs: `type Query { lake: Lake } type Lake @key(fields: "id") { id: ID! place: Place @shareable } type Place { lat: Float }`,
      resolvers: { Query: { lake: () => ({ id: "1", place: { lat: 1 } }) } },
    },
    b: {
      typeDefs: `type Lake @key(fields: "id") { id: ID! place: Place @shareable } type Place { lon: Float }`,
      resolvers: { Lake: { place: () => null } },
    },
  });
  onTestFinished(() => federation.close());
  expect((await federation.ask("{ lake { place { lat lon } } }")).data).toEqual({
    lake: { place: { lat: 1, lon: null } },
  });
  expect(federation.calls().map(({ subgraph }) => subgraph)).toEqual(["a", "b"]);
});

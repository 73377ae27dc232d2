import { expect, onTestFinished, test } from "vitest";
import { askSingle, errorPaths, openFederation, type TestResolvers } from "../../support/federation.ts";

function fail(): never {
  throw new Error("broken");
}

const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const lakeFields: TestResolvers[string] = { level: fail, area: () => 1, depth: () => 2, name: () => "Issyk-Kul" };
const seaFields: TestResolvers[string] = { name: fail };
const roots: TestResolvers[string] = {
  lake: () => ({ __typename: "Lake", id: "1" }),
  first: () => 1,
  second: fail,
  waters: () => [
    { __typename: "Lake", id: "1" },
    { __typename: "Sea", id: "2" },
  ],
};

const names = {
  typeDefs: `
    type Query { lake: Lake first: Int! second: Int! waters: [Water] }
    interface Water { id: ID! }
    type Lake implements Water @key(fields: "id") { id: ID! name: String! @shareable }
    type Sea implements Water @key(fields: "id") { id: ID! name: String }`,
  resolvers: { Query: roots, Water: typed, Lake: lakeFields, Sea: seaFields },
};
const levels = {
  typeDefs: `
    interface Water { name: String }
    type Lake implements Water @key(fields: "id") { id: ID! name: String! @shareable level: Float! area: Float! depth: Float }`,
  resolvers: { Water: typed, Lake: lakeFields },
};
const merged = {
  typeDefs: `
    type Query { lake: Lake first: Int! second: Int! waters: [Water] }
    interface Water { id: ID! name: String }
    type Lake implements Water { id: ID! name: String! level: Float! area: Float! depth: Float }
    type Sea implements Water { id: ID! name: String }`,
  resolvers: { Query: roots, Lake: lakeFields, Sea: seaFields },
};

async function expectSameErrors(query: string, expected: readonly string[]) {
  const federation = await openFederation({ names, levels });
  onTestFinished(() => federation.close());
  const answer = await federation.ask(query);
  const single = await askSingle(merged, query);
  expect(answer.data).toEqual(single.data);
  expect(errorPaths(single)).toEqual(expected);
  expect(errorPaths(answer)).toEqual(expected);
}

test("what a failed field empties with it has no errors of its own", async () => {
  await expectSameErrors("{ lake { area level depth } }", ["lake.level"]);
  await expectSameErrors("{ lake { id } first second }", ["second"]);
});

test("a field that may be null in some of the types only empties what is around it in the others", async () => {
  const typeDefs = `
    type Query { first: Int! nearest: Water! }
    interface Water { name: String }
    type Lake implements Water { name: String! }
    type Sea implements Water { name: String }`;
  const nearest = () => ({ __typename: "Lake" });
  const waters = { typeDefs, resolvers: { Query: { first: () => 1, nearest }, Water: typed, Lake: { name: fail } } };
  const federation = await openFederation({ waters });
  onTestFinished(() => federation.close());
  const answer = await federation.ask("{ first nearest { name } }");
  expect(answer.data).toBeNull();
  expect(errorPaths(answer)).toEqual(["nearest.name"]);
});

test("a field that is asked under another name in one type than in another fails under the client's", async () => {
  await expectSameErrors("{ waters { title: name } }", ["waters.1.title"]);
});

test("what is asked of all objects and of those of one type is answered together", async () => {
  const parts = () => [{ weight: 3, maker: { name: "Zavod", town: "Osh" } }];
  const pieces = `type Part { weight: Int maker: Maker } type Maker { name: String town: String } interface Piece { parts: [Part] }
    type Engine implements Piece @key(fields: "id") { id: ID! parts: [Part!]! } type Query { pieces: [Piece] }`;
  const federation = await openFederation({
    all: {
      typeDefs: pieces,
      resolvers: {
        Query: { pieces: () => [{ __typename: "Engine", id: "1" }] },
        Piece: typed,
        Engine: { parts },
      },
    },
  });
  onTestFinished(() => federation.close());

  const query =
    "{ pieces { parts { weight maker { name } } ... on Engine { ... on Piece { parts { maker { town } } } } } }";
  expect(await federation.ask(query)).toEqual({
    data: { pieces: [{ parts: [{ weight: 3, maker: { name: "Zavod", town: "Osh" } }] }] },
    errors: [],
  });
});

test("an object that a subgraph fails to find costs each field asked of it, with an error there", async () => {
  const federation = await openFederation({
    names,
    levels: {
      ...levels,
      resolvers: { Lake: { ...lakeFields, __resolveReference: () => Promise.reject(new Error("lost")) } },
    },
  });
  onTestFinished(() => federation.close());

  const answer = await federation.ask("{ lake { id depth deep: depth } }");

  expect(answer.data).toEqual({ lake: { id: "1", depth: null, deep: null } });
  expect(errorPaths(answer)).toEqual(["lake.deep", "lake.depth"]);
});

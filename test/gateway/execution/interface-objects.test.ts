import { expect, onTestFinished, test } from "vitest";
import { errorPaths, openFederation, type TestSubgraph } from "../../support/federation.ts";

const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const works: TestSubgraph = {
  typeDefs: `
    interface Work @key(fields: "id") { id: ID! }
    interface Built { year: Int }
    type Dam implements Work & Built @key(fields: "id") { id: ID! year: Int height: Int! }
    type Plan implements Work @key(fields: "id") { id: ID! pages: Int }`,
  resolvers: {
    Work: { ...typed, __resolveReference: ({ id }) => (id === "gone" ? null : find(id)) },
    Built: typed,
    Dam: { height: ({ height }) => height ?? fail() },
  },
};
const notes: TestSubgraph = {
  typeDefs: `
    type Query { noted: [Work] }
    type Work @key(fields: "id") @interfaceObject { id: ID! note: String }`,
  resolvers: {
    Query: { noted: () => [{ id: "d1" }, { id: "p1" }, { id: "d2" }, { id: "gone" }] },
    Work: { note: ({ id }) => `note on ${id}` },
  },
};

function find(id: string) {
  if (id.startsWith("p")) return { __typename: "Plan", id, pages: 12 };
  return { __typename: "Dam", id, year: 1974, height: id === "d1" ? 215 : undefined };
}

function fail(): never {
  throw new Error("broken");
}

async function ask(query: string) {
  const federation = await openFederation({ works, notes });
  onTestFinished(() => federation.close());
  return federation.ask(query);
}

test("a fragment on another interface finds the members that have both", async () => {
  const { data } = await ask("{ noted { note ... on Built { year } } }");
  expect(data.noted.slice(0, 3)).toEqual([
    { note: "note on d1", year: 1974 },
    { note: "note on p1" },
    { note: "note on d2", year: 1974 },
  ]);
});

test("an object of which nobody says the type is null where fragments ask for it, and never without their fields", async () => {
  const answer = await ask("{ noted { note ... on Dam { height } } }");
  expect(answer.data.noted).toEqual([{ note: "note on d1", height: 215 }, { note: "note on p1" }, null, null]);
  // The field that failed explains the one, and that no service knows the type explains the other.
  expect(errorPaths(answer)).toEqual(["noted.2.height", "noted.3"]);
});

test("an object of which nobody says the type is there where its type does not matter", async () => {
  expect((await ask("{ noted { note } }")).data.noted[3]).toEqual({ note: "note on gone" });
});

test("a field that requires others is asked of the object by its type, beside what is asked by the interface", async () => {
  const surveys: TestSubgraph = {
    typeDefs: `
      interface Site @key(fields: "id") { id: ID! title: String }
      type Well implements Site @key(fields: "id") {
        id: ID! @shareable title: String depth: Int @external cost: Int @requires(fields: "depth")
      }`,
    resolvers: {
      Site: { ...typed, __resolveReference: ({ id }) => ({ __typename: "Well", id }) },
      Well: { __resolveReference: (sent) => sent, title: ({ id }) => `Well ${id}`, cost: ({ depth }) => depth * 100 },
    },
  };
  const drilling: TestSubgraph = {
    typeDefs: `type Query { well: Well } type Well @key(fields: "id") { id: ID! @shareable depth: Int }`,
    resolvers: { Query: { well: () => ({ id: "1", depth: 40 }) } },
  };
  const signs: TestSubgraph = {
    typeDefs: `
      type Site @key(fields: "id") @interfaceObject { id: ID! title: String @external sign: String @requires(fields: "title") }`,
    resolvers: { Site: { sign: ({ title }) => `This is ${title}` } },
  };
  const federation = await openFederation({ surveys, drilling, signs });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ well { cost sign } }")).toEqual({
    data: { well: { cost: 4000, sign: "This is Well 1" } },
    errors: [],
  });
});

test("a field is asked of all members where another one requires what only some were asked for", async () => {
  const sites: TestSubgraph = {
    typeDefs: `
      type Query { sites: [Site] }
      interface Site @key(fields: "id") { id: ID! title: String }
      type Well implements Site @key(fields: "id") { id: ID! title: String }
      type Weir implements Site @key(fields: "id") { id: ID! title: String }`,
    resolvers: {
      Site: { ...typed, __resolveReference: ({ id }) => ({ __typename: "Well", id }) },
      Query: {
        sites: () => [
          { __typename: "Well", id: "1", title: "One" },
          { __typename: "Weir", id: "2", title: "Two" },
        ],
      },
    },
  };
  const signs: TestSubgraph = {
    typeDefs: `
      type Site @key(fields: "id") @interfaceObject {
        id: ID! title: String @external sign: String @requires(fields: "title") visits: Int
      }`,
    resolvers: { Site: { sign: ({ title }) => `This is ${title}`, visits: ({ id }) => Number(id) } },
  };
  const federation = await openFederation({ sites, signs });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ sites { visits ... on Well { sign } } }")).toEqual({
    data: { sites: [{ visits: 1, sign: "This is One" }, { visits: 2 }] },
    errors: [],
  });
});

test("a field that some members are asked for cannot fail for the others", async () => {
  const sites: TestSubgraph = {
    typeDefs: `
      type Query { sites: [Site] }
      interface Site @key(fields: "id") { id: ID! }
      type Well implements Site @key(fields: "id") { id: ID! }
      type Weir implements Site @key(fields: "id") { id: ID! }`,
    resolvers: {
      Site: typed,
      Query: {
        sites: () => [
          { __typename: "Well", id: "1" },
          { __typename: "Weir", id: "2" },
        ],
      },
    },
  };
  const signs: TestSubgraph = {
    typeDefs: `type Site @key(fields: "id") @interfaceObject { id: ID! sign: String! visits: Int }`,
    resolvers: { Site: { sign: ({ id }) => (id === "1" ? "Clean" : null), visits: ({ id }) => Number(id) } },
  };
  const federation = await openFederation({ sites, signs });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ sites { visits ... on Well { sign } } }")).toEqual({
    data: { sites: [{ visits: 1, sign: "Clean" }, { visits: 2 }] },
    errors: [],
  });
  expect(federation.calls().map(({ subgraph }) => subgraph)).toEqual(["sites", "signs"]);
});

test("a query whose levels lead from such an object to itself too often is refused in a moment", async () => {
  const linked: TestSubgraph = {
    typeDefs: `
      type Query { noted: [Work] }
      type Work @key(fields: "id") @interfaceObject { id: ID! note: String next: Work }`,
    resolvers: { Query: { noted: () => [{ id: "d1" }] }, Work: { note: () => "", next: ({ id }) => ({ id }) } },
  };
  const federation = await openFederation({ works, linked });
  onTestFinished(() => federation.close());
  const levels = (count: number) =>
    `{ noted ${"{ next ".repeat(count)} { id ... on Built { year } note } ${"}".repeat(count + 1)}`;

  expect((await federation.ask(levels(2))).data).toEqual({
    noted: [{ next: { next: { id: "d1", year: 1974, note: "" } } }],
  });
  const { errors } = await federation.ask(levels(6));
  expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(["QUERY_TOO_LARGE"]);
});

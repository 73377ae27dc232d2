import { expect, onTestFinished, test } from "vitest";
import { askSingle, openFederation, type TestSubgraph } from "../../support/federation.ts";

const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const book = (id: string) => ({ __typename: "Book", id, title: `Book ${id}`, pages: 100 });
const film = (id: string) => ({ __typename: "Film", id, title: `Film ${id}`, minutes: 90 });
const byId = (id: string) => (id.startsWith("b") ? book(id) : film(id));

const library: TestSubgraph = {
  typeDefs: `
    type Query { media: [Media!] things: [Thing] shelf: [[Media]!] broken: Media }
    interface Media @key(fields: "id") { id: ID! title: String }
    type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int size: Int }
    type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int size: String }
    union Thing = Book | Film`,
  resolvers: {
    Query: {
      media: () => [book("b1"), film("f1"), book("b2")],
      things: () => [film("f1"), null, book("b1")],
      shelf: () => [[book("b1"), null], [], [film("f2")]],
    },
    Media: { ...typed, __resolveReference: ({ id }) => byId(id) },
    Thing: typed,
    Book: { __resolveReference: ({ id }) => book(id), size: () => 5 },
    Film: { __resolveReference: ({ id }) => film(id), size: () => "long" },
  },
};
const reviews: TestSubgraph = {
  typeDefs: `
    type Query { latest: Media reviewed: [Media!] }
    type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int grade(of: Int): String }`,
  resolvers: {
    Query: { latest: () => ({ id: "f1" }), reviewed: () => [{ id: "b1" }, { id: "f2" }] },
    Media: { stars: ({ id }) => id.charCodeAt(1) - 48, grade: ({ id }, { of }) => `${id} of ${of}` },
  },
};
const merged: TestSubgraph = {
  typeDefs: `
    type Query { media: [Media!] things: [Thing] shelf: [[Media]!] broken: Media latest: Media reviewed: [Media!] }
    interface Media { id: ID! title: String stars: Int grade(of: Int): String }
    type Book implements Media { id: ID! title: String pages: Int size: Int stars: Int grade(of: Int): String }
    type Film implements Media { id: ID! title: String minutes: Int size: String stars: Int grade(of: Int): String }
    union Thing = Book | Film`,
  resolvers: {
    Query: { ...library.resolvers["Query"], latest: () => film("f1"), reviewed: () => [book("b1"), film("f2")] },
    Book: { ...reviews.resolvers["Media"], size: () => 5 },
    Film: { ...reviews.resolvers["Media"], size: () => "long" },
  },
};

test.each([
  ["fragments on the members of an interface", "{ media { id ... on Book { pages } ... on Film { minutes } title } }"],
  [
    "fields of an interface object on every member",
    "{ media { stars ... on Book { grade(of: 1) } ... on Film { grade(of: 2) } } }",
  ],
  ["an interface object as a root without its type", "{ latest { id stars } reviewed { grade(of: 3) } }"],
  [
    "an interface object as a root with its type",
    "{ latest { __typename title ... on Film { minutes stars } ... on Book { pages } } }",
  ],
  ["a union with holes", "{ things { __typename ... on Media { id stars } ... on Book { pages } } }"],
  [
    "a fragment on a union in an interface",
    "{ media { ... on Thing { __typename ... on Book { stars } } id } latest { ... on Thing { __typename } } }",
  ],
  ["lists of lists", "{ shelf { __typename title stars } }"],
  ["one name for fields of two types", "{ media { ... on Book { count: pages } ... on Film { count: minutes } } }"],
  [
    "one field name with two types, under two names",
    "{ media { ... on Book { number: size } ... on Film { text: size } stars } }",
  ],
  [
    "nested fragments with conditions",
    "query ($yes: Boolean!) { media { ...M @include(if: $yes) ... on Film @skip(if: $yes) { minutes } } } fragment M on Media { ... on Book { ...B } id } fragment B on Book { pages stars @skip(if: false) }",
  ],
])("%s give what one schema gives", async (_, query) => {
  const federation = await openFederation({ library, reviews });
  onTestFinished(() => federation.close());

  const answer = await federation.ask(query, { yes: true });

  const single = await askSingle(merged, query, { yes: true });
  expect(answer.errors).toEqual([]);
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(single.data));
});

test("what type an object has is an error when no service says it", async () => {
  const federation = await openFederation(
    { library, reviews },
    { override: { library: async () => ({ data: { _entities: [null] } }) } },
  );
  onTestFinished(() => federation.close());

  const { data, errors } = await federation.ask("{ latest { __typename stars } }");

  expect(data).toEqual({ latest: null });
  expect(errors).toMatchObject([{ path: ["latest", "__typename"], extensions: { code: "SUBGRAPH_MALFORMED" } }]);
});

test("what is of a type or has a value that clients may not see is null, an error only where null must not be", async () => {
  const federation = await openFederation({
    only: {
      typeDefs: `
        type Query { things: [Thing] colour: Colour colours: [Colour!] }
        union Thing = Open | Secret
        type Open { id: ID }
        type Secret @inaccessible { id: ID }
        enum Colour { RED BLACK @inaccessible }`,
      resolvers: {
        Query: {
          things: () => [
            { __typename: "Open", id: "1" },
            { __typename: "Secret", id: "2" },
          ],
          colour: () => "BLACK",
          colours: () => ["RED", "BLACK"],
        },
        Thing: typed,
      },
    },
  });
  onTestFinished(() => federation.close());

  const { data, errors } = await federation.ask("{ things { __typename ... on Open { id } } colour colours }");

  expect(data).toEqual({ things: [{ __typename: "Open", id: "1" }, null], colour: null, colours: null });
  expect(errors.map(({ path }) => path)).toEqual([["colours", 1]]);
  expect(JSON.stringify(errors)).not.toMatch(/Secret|BLACK/);
});

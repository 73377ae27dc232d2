import { expect, onTestFinished, test } from "vitest";
import { askSingle, errorPaths, openFederation, type TestSubgraph } from "../../support/federation.ts";

const one: TestSubgraph = {
  typeDefs: `
    type Query { object: Thing objects: [Thing!] }
    type Thing @key(fields: "id") { id: ID! legacyId: ID! a(x: Int): String kind: String }`,
  resolvers: {
    Query: { object: () => thing(1), objects: () => [thing(1), thing(2)] },
    Thing: { __resolveReference: ({ id }) => thing(Number(id.slice(4))), a: ({ id }, { x }) => `${id} a${x ?? ""}` },
  },
};
const two: TestSubgraph = {
  typeDefs: `type Thing @key(fields: "id") { id: ID! b: String c(x: Int): String! fails: String }`,
  resolvers: {
    Thing: {
      b: ({ id }) => `b of ${id}`,
      c: ({ id }, { x }) => `c of ${id} with ${x}`,
      fails: () => {
        throw new Error("no");
      },
    },
  },
};
const merged: TestSubgraph = {
  typeDefs: `
    type Query { object: Thing objects: [Thing!] }
    type Thing { id: ID! legacyId: ID! a(x: Int): String kind: String b: String c(x: Int): String! fails: String }`,
  resolvers: { Query: one.resolvers["Query"] ?? {}, Thing: { ...one.resolvers["Thing"], ...two.resolvers["Thing"] } },
};

function thing(number: number) {
  return { id: `real${number}`, legacyId: `old${number}`, kind: "plain" };
}

test.each([
  ["an alias that is called like the key and stands for another field", "{ object { id: legacyId b } }"],
  ["the key under the name of another field", "{ object { legacyId: id b } }"],
  ["key and field with their names exchanged", "{ object { id: legacyId legacyId: id b } }"],
  ["an alias called __typename", "{ object { __typename: legacyId kind: __typename b } }"],
  ["the type under several names", "{ object { one: __typename two: __typename __typename } }"],
  ["one field twice with different arguments", "{ object { c: c(x: 1) d: c(x: 2) a(x: 3) b: a(x: 4) } }"],
  [
    "names of members that every object has",
    "{ toString: object { constructor: b valueOf: c(x: 0) } hasOwnProperty: objects { __proto__: b } }",
  ],
  ["a root field twice with different selections", "{ a: object { b } b: object { id: legacyId } object { c(x: 1) } }"],
  ["fields in the order asked", "{ objects { ...F b id } } fragment F on Thing { c(x: 1) legacyId b }"],
  [
    "a variable that is called like one of the gateway's own",
    "query ($representations: Int, $_representations: Int) { object { c(x: $representations) d: c(x: $_representations) a(x: $representations) } }",
  ],
])("%s gives what one schema gives", async (_, query) => {
  const federation = await openFederation({ one, two });
  onTestFinished(() => federation.close());
  const variables = { representations: 5, _representations: 6 };

  const answer = await federation.ask(query, variables);

  expect(answer.errors).toEqual([]);
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify((await askSingle(merged, query, variables)).data));
});

test("an error has the path that the client knows, under every name of the field", async () => {
  const federation = await openFederation({ one, two });
  onTestFinished(() => federation.close());
  const query = "{ list: objects { id: fails again: fails b } }";

  const answer = await federation.ask(query);

  const single = await askSingle(merged, query);
  expect(answer.data).toEqual(single.data);
  expect(errorPaths(answer)).toEqual(errorPaths(single));
  expect(answer.errors[0]?.extensions).toMatchObject({ serviceName: "two" });
});

test("a field asked under two names is asked of the subgraph once", async () => {
  const federation = await openFederation({ one, two });
  onTestFinished(() => federation.close());

  await federation.ask("{ object { one: b two: b } }");

  const asked = federation.calls().map(({ request }) => request.operation.query.match(/\bb\b/g)?.length ?? 0);
  expect(asked).toEqual([0, 1]);
});

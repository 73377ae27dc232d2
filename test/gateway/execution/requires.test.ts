import { describe, expect, onTestFinished, test } from "vitest";
import { openFederation, type TestSubgraph } from "../../support/federation.ts";

const prices: TestSubgraph = {
  typeDefs: `
    type Query { goods: [Good!] }
    type Good @key(fields: "id") { id: ID! price(currency: String): Int size: Size tags: [String!] }
    type Size @shareable { height(unit: String): Int! width: Int }`,
  resolvers: {
    Query: { goods: () => [{ id: "1" }, { id: "2" }] },
    Good: {
      __resolveReference: ({ id }) => ({ id }),
      price: ({ id }, { currency }) => Number(id) * (currency === "USD" ? 10 : currency === "EUR" ? 9 : 1000),
      size: () => ({}),
      tags: ({ id }) => (id === "1" ? ["light"] : null),
    },
    Size: { height: (_, { unit }) => (unit === "MM" ? 300 : 30), width: () => 2 },
  },
};
const shipping: TestSubgraph = {
  typeDefs: `
    type Good @key(fields: "id") {
      id: ID!
      price(currency: String): Int @external
      size: Size @external
      tags: [String!] @external
      usd: String @requires(fields: "price(currency: \\"USD\\")")
      eur: String @requires(fields: "price(currency: \\"EUR\\")")
      plain: String @requires(fields: "price")
      box: String @requires(fields: "size { height(unit: \\"MM\\") width }")
      tagged: String @requires(fields: "tags")
    }
    type Size @shareable { height(unit: String): Int! width: Int }`,
  resolvers: {
    Good: {
      usd: ({ price }) => `$${price}`,
      eur: ({ price }) => `€${price}`,
      plain: ({ price }) => `${price}`,
      box: ({ size }) => `${size.height}x${size.width}`,
      tagged: ({ tags }) => JSON.stringify(tags),
    },
  },
};

async function goods(selection: string, variables: Record<string, unknown> = {}) {
  const federation = await openFederation({ prices, shipping });
  onTestFinished(() => federation.close());
  const declared = Object.keys(variables).length > 0 ? "query ($c: String)" : "";
  const { data, errors } = await federation.ask(`${declared} { goods { ${selection} } }`, variables);
  expect(errors).toEqual([]);
  return { goods: data.goods, calls: federation.calls() };
}

test("a required field with arguments is fetched with those of @requires, and the client gets its own", async () => {
  expect((await goods('price(currency: "KZT") usd')).goods).toEqual([
    { price: 1000, usd: "$10" },
    { price: 2000, usd: "$20" },
  ]);
  expect((await goods("price(currency: $c) usd price2: price", { c: "EUR" })).goods[0]).toEqual({
    price: 9,
    usd: "$10",
    price2: 1000,
  });
});

test("fields that require one field with different arguments each get theirs", async () => {
  const { goods: all, calls } = await goods("usd eur plain price");
  expect(all[1]).toEqual({ usd: "$20", eur: "€18", plain: "2000", price: 2000 });
  expect(calls.map(({ subgraph }) => subgraph)).toEqual(["prices", "shipping"]);
});

test("where one field is required with and without arguments, each object is sent with the one that is meant", async () => {
  const { goods: all, calls } = await goods("plain usd");
  expect(all[0]).toEqual({ plain: "1000", usd: "$10" });
  const sent = calls.flatMap(({ request }) => request.representations.flatMap(({ texts }) => texts));
  expect(sent.map((text) => text.match(/"price":\d+/g))).toEqual([
    ['"price":1000'],
    ['"price":2000'],
    ['"price":10'],
    ['"price":20'],
  ]);
});

test("arguments deep in what is required are kept too", async () => {
  expect((await goods("size { height } box")).goods[0]).toEqual({ size: { height: 30 }, box: "300x2" });
});

test("a required field that is null is sent as null", async () => {
  expect((await goods("tagged")).goods).toEqual([{ tagged: '["light"]' }, { tagged: "null" }]);
});

test("a chain of requirements over three subgraphs is followed in order", async () => {
  const federation = await openFederation({
    a: {
      typeDefs: `type Query { item: Item } type Item @key(fields: "id") { id: ID! first: Int }`,
      resolvers: {
        Query: { item: () => ({ id: "1", first: 1 }) },
        Item: { __resolveReference: ({ id }) => ({ id, first: 1 }) },
      },
    },
    b: {
      typeDefs: `type Item @key(fields: "id") { id: ID! first: Int @external second: Int @requires(fields: "first") }`,
      resolvers: { Item: { second: ({ first }) => first + 1 } },
    },
    c: {
      typeDefs: `type Item @key(fields: "id") { id: ID! second: Int @external third: Int @requires(fields: "second") }`,
      resolvers: { Item: { third: ({ second }) => second + 1 } },
    },
  });
  onTestFinished(() => federation.close());
  expect((await federation.ask("{ item { third } }")).data).toEqual({ item: { third: 3 } });
});

describe("where it takes several subgraphs to gather the key", () => {
  const found = (fields: object) => ({ __resolveReference: (sent: object) => ({ ...sent, ...fields }) });

  async function open(effects: string[] = []) {
    const federation = await openFederation({
      streams: {
        typeDefs: `
          type Query { stream: Stream }
          type Mutation { measure: Stream }
          type Stream @key(fields: "tag", resolvable: false) { tag: ID! }`,
        resolvers: {
          Query: { stream: () => ({ tag: "t" }) },
          Mutation: {
            measure: async () => {
              await new Promise(setImmediate);
              effects.push("measured");
              return { tag: "t" };
            },
          },
        },
      },
      gauges: {
        typeDefs: `type Stream @key(fields: "tag") @key(fields: "id") { id: ID! @shareable tag: ID! flow: Int }`,
        resolvers: { Stream: found({ id: "1", flow: 21 }) },
      },
      codes: {
        typeDefs: `type Stream @key(fields: "id") { id: ID! @shareable code: String @shareable }`,
        resolvers: { Stream: found({ code: "c" }) },
      },
      alarms: {
        typeDefs: `
          type Mutation { silence: Int }
          type Stream @key(fields: "id code") {
            id: ID! @shareable code: String @shareable flow: Int @external alarm: String @requires(fields: "flow")
          }`,
        resolvers: {
          Mutation: { silence: () => effects.push("silenced") },
          Stream: { ...found({}), alarm: ({ flow }) => `flow ${flow}` },
        },
      },
    });
    onTestFinished(() => federation.close());
    return federation;
  }

  test("what is required is there in time", async () => {
    const federation = await open();
    expect(await federation.ask("{ stream { alarm __typename } }")).toEqual({
      data: { stream: { alarm: "flow 21", __typename: "Stream" } },
      errors: [],
    });
  });

  test("mutations are in series nevertheless", async () => {
    const effects: string[] = [];
    const federation = await open(effects);
    expect(await federation.ask("mutation { measure { alarm } silence }")).toEqual({
      data: { measure: { alarm: "flow 21" }, silence: 2 },
      errors: [],
    });
    expect(effects).toEqual(["measured", "silenced"]);
  });
});

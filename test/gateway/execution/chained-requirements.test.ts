import { expect, onTestFinished, test } from "vitest";
import { openFederation, type TestSubgraph } from "../../support/federation.ts";

const catalogue: TestSubgraph = {
  typeDefs: `
    type Pump @key(fields: "id") { id: ID! power(unit: String = "W"): Int tariff: Int @external bill: String @requires(fields: "tariff") }
    type Query { pump: Pump }`,
  resolvers: {
    Query: { pump: () => ({ id: "1" }) },
    Pump: {
      __resolveReference: (sent) => sent,
      power: (_, { unit }) => (unit === "kW" ? 3 : 3000),
      bill: ({ tariff }) => `bill for ${tariff}`,
    },
  },
};
const tariffs: TestSubgraph = {
  typeDefs: `
    type Pump @key(fields: "id") {
      id: ID!
      power(unit: String = "W"): Int @external
      tariff: Int @requires(fields: "power(unit: \\"kW\\")")
    }
    type Query { station: [Pump!] }`,
  resolvers: {
    Query: { station: () => [{ id: "1" }, { id: "2" }] },
    Pump: { __resolveReference: (sent) => sent, tariff: ({ power }) => power * 10 },
  },
};

test.each([
  ["from the subgraph that ends the chain", "{ pump { bill } }", { pump: { bill: "bill for 30" } }],
  [
    "from the subgraph in the middle of the chain",
    "{ station { bill } }",
    { station: [{ bill: "bill for 30" }, { bill: "bill for 30" }] },
  ],
  [
    "beside what it requires, asked otherwise",
    "{ station { bill tariff power } }",
    { station: Array(2).fill({ bill: "bill for 30", tariff: 30, power: 3000 }) },
  ],
])("a field that requires one that requires another gets it, when the object comes %s", async (_, query, data) => {
  const federation = await openFederation({ catalogue, tariffs });
  onTestFinished(() => federation.close());

  expect(await federation.ask(query)).toEqual({ data, errors: [] });
  // What planning calls a subgraph of its own is none to ask.
  expect(new Set(federation.calls().map(({ subgraph }) => subgraph))).toEqual(new Set(["catalogue", "tariffs"]));
});

test("a chain is followed where it takes several subgraphs to gather the key", async () => {
  const found = (fields: object) => ({ __resolveReference: (sent: object) => ({ ...sent, ...fields }) });
  const federation = await openFederation({
    gates: {
      typeDefs: `type Query { gate: Gate } type Gate @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { gate: () => ({ id: "1" }) } },
    },
    codes: {
      typeDefs: `type Gate @key(fields: "id") @key(fields: "tag") { id: ID! @shareable tag: ID! @shareable }`,
      resolvers: { Gate: found({ id: "1", tag: "t" }) },
    },
    places: {
      typeDefs: `
        type Gate @key(fields: "tag") @key(fields: "id code") {
          id: ID! @shareable tag: ID! @shareable code: ID! flow: Int @external load: Int @requires(fields: "flow")
        }`,
      resolvers: { Gate: { ...found({ id: "1", tag: "t", code: "c" }), load: ({ flow }) => flow * 2 } },
    },
    gauges: {
      typeDefs: `
        type Gate @key(fields: "id code") {
          id: ID! @shareable code: ID! flow: Int load: Int @external alarm: String @requires(fields: "load")
        }`,
      resolvers: { Gate: { ...found({}), flow: () => 21, alarm: ({ load }) => `load ${load}` } },
    },
  });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ gate { alarm load flow } }")).toEqual({
    data: { gate: { alarm: "load 42", load: 42, flow: 21 } },
    errors: [],
  });
});

test("what a chain ends with comes along with the object where nothing there waits for others", async () => {
  const registry: TestSubgraph = {
    typeDefs: `type Query { pump: Pump } type Pump @key(fields: "id") { id: ID! power: Int }`,
    resolvers: { Query: { pump: () => ({ id: "1", power: 3 }) } },
  };
  const sent = { __resolveReference: (own: object) => own };
  const prices: TestSubgraph = {
    typeDefs: `type Pump @key(fields: "id") { id: ID! power: Int @external tariff: Int @requires(fields: "power") }`,
    resolvers: { Pump: { ...sent, tariff: ({ power }) => power * 10 } },
  };
  const bills: TestSubgraph = {
    typeDefs: `type Pump @key(fields: "id") { id: ID! tariff: Int @external bill: String @requires(fields: "tariff") }`,
    resolvers: { Pump: { ...sent, bill: ({ tariff }) => `bill for ${tariff}` } },
  };
  const federation = await openFederation({ registry, prices, bills });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ pump { bill } }")).toEqual({ data: { pump: { bill: "bill for 30" } }, errors: [] });
  expect(federation.calls().map(({ subgraph }) => subgraph)).toEqual(["registry", "prices", "bills"]);
});

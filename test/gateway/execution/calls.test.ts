import { expect, onTestFinished, test } from "vitest";
import { deepShape } from "../../bench/gateway/deep.ts";
import { openFederation, type TestSubgraph } from "../../support/federation.ts";

const effects: string[] = [];
const a: TestSubgraph = {
  typeDefs: `
    type Query { list(n: Int): [Item!] other: Int }
    type Mutation { add(text: String): Item count: Int }
    type Item @key(fields: "id") { id: ID! name(style: String): String }`,
  resolvers: {
    Query: {
      list: (_, { n }) => Array.from({ length: n ?? 4 }, (_, index) => ({ id: String(index % 2) })),
      other: () => 1,
    },
    Mutation: {
      add: (_, { text }) => ({ id: String(effects.push(`a ${text}`)) }),
      count: () => effects.length,
    },
    Item: { name: ({ id }, { style }) => `${style ?? ""}${id}` },
  },
};
const b: TestSubgraph = {
  typeDefs: `
    type Mutation { note(text: String): Int }
    type Item @key(fields: "id") { id: ID! weight(unit: String): Int left: Item right: Item }`,
  resolvers: {
    Mutation: { note: (_, { text }) => effects.push(`b ${text}`) },
    Item: { weight: ({ id }) => Number(id), left: () => ({ id: "7" }), right: () => ({ id: "8" }) },
  },
};

async function open() {
  effects.length = 0;
  const federation = await openFederation({ a, b });
  onTestFinished(() => federation.close());
  return federation;
}

test("each object is asked about once, however often it stands there", async () => {
  const federation = await open();
  const { data } = await federation.ask("{ list(n: 50) { weight } }");
  expect(data.list).toHaveLength(50);
  const [, second] = federation.calls();
  expect(second?.request.representations).toEqual([
    { variable: "representations", texts: ['{"__typename":"Item","id":"0"}', '{"__typename":"Item","id":"1"}'] },
  ]);
});

test("fetches that can go together are one call to their subgraph", async () => {
  const federation = await open();
  const { data } = await federation.ask('{ list(n: 1) { left { name(style: "l") } right { name(style: "r") } } }');
  expect(data.list).toEqual([{ left: { name: "l7" }, right: { name: "r8" } }]);
  expect(federation.calls().map(({ subgraph }) => subgraph)).toEqual(["a", "b", "a"]);
});

test("a nested query whose plan has 16 fetches makes 6 calls", async () => {
  const shape = deepShape(1);
  const federation = await openFederation(
    Object.fromEntries(
      shape.subgraphs.map(({ name, typeDefs, resolvers }) => [
        name,
        { typeDefs: typeDefs.replace(/extend schema.*\n/, ""), resolvers },
      ]),
    ) as never,
  );
  onTestFinished(() => federation.close());
  const { data, errors } = await federation.ask(shape.query);
  expect(errors).toEqual([]);
  expect(data.sites[0].notes[0].author.notes[0].site).toMatchObject({ id: "s0", risk: 0.2, isOpen: true });
  expect(
    federation
      .calls()
      .map(({ subgraph }) => subgraph)
      .sort(),
  ).toEqual(["notes", "people", "people", "sites", "sites", "states"]);
});

test("a subgraph gets the variables that it uses and no others", async () => {
  const federation = await open();
  await federation.ask("query ($n: Int, $s: String, $u: String) { list(n: $n) { name(style: $s) weight(unit: $u) } }", {
    n: 1,
    s: "x",
    u: "kg",
  });
  expect(federation.calls().map(({ request }) => request.variables)).toEqual([{ n: 1, s: "x" }, { u: "kg" }]);
});

test("what is skipped is asked of nobody, for each value of the variable", async () => {
  const federation = await open();
  const query =
    "query ($w: Boolean!, $all: Boolean = true) { list(n: 1) { id ...W @include(if: $w) } ... @include(if: $all) { other } } fragment W on Item { weight }";
  expect((await federation.ask(query, { w: false })).data).toEqual({ list: [{ id: "0" }], other: 1 });
  expect(federation.calls()).toHaveLength(1);
  expect((await federation.ask(query, { w: true, all: false })).data).toEqual({ list: [{ id: "0", weight: 0 }] });
  expect(federation.calls()).toHaveLength(2);
  expect((await federation.ask("{ list(n: 1) { weight @skip(if: true) } }")).data).toEqual({ list: [{}] });
});

test("mutations run one after the other in the order written, equal ones as often as written", async () => {
  const federation = await open();
  const { data, errors } = await federation.ask(
    'mutation { one: add(text: "x") { id weight } two: note(text: "y") same: add(text: "x") { id } again: add(text: "x") { weight } count }',
  );
  expect(errors).toEqual([]);
  expect(effects).toEqual(["a x", "b y", "a x", "a x"]);
  expect(data).toEqual({ one: { id: "1", weight: 1 }, two: 2, same: { id: "3" }, again: { weight: 4 }, count: 4 });
});

test("questions about the schema are answered without a subgraph, beside others and with variables", async () => {
  const federation = await open();
  const query =
    "query ($name: String!) { __typename t: __type(name: $name) { name fields { name } } __schema { queryType { ...Q } } other } fragment Q on __Type { name }";
  expect((await federation.ask(query, { name: "Item" })).data).toEqual({
    __typename: "Query",
    t: { name: "Item", fields: ["id", "name", "weight", "left", "right"].map((name) => ({ name })) },
    __schema: { queryType: { name: "Query" } },
    other: 1,
  });
  federation.calls();
  expect((await federation.ask("{ __typename __schema { description } }")).data).toEqual({
    __typename: "Query",
    __schema: { description: null },
  });
  expect(federation.calls()).toEqual([]);
});

test("wrong variables are told before anything is asked", async () => {
  const federation = await open();
  const { data, errors } = await federation.ask("query ($n: Int!) { list(n: $n) { id } }", { n: "many" });
  expect(data).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  expect(federation.calls()).toEqual([]);
});

test("fragments that stand for far more than is written are refused in a moment", async () => {
  const federation = await open();
  const fragments = Array.from(
    { length: 30 },
    (_, index) => `fragment F${index} on Item { left { ...F${index + 1} } right { ...F${index + 1} } }`,
  );
  const { errors } = await federation.ask(`{ list { ...F0 } } ${fragments.join(" ")} fragment F30 on Item { id }`);
  expect(errors[0]?.extensions).toMatchObject({ code: "QUERY_TOO_LARGE" });
  const spread = Array.from(
    { length: 30 },
    (_, index) => `fragment G${index} on Item { ...G${index + 1} ...G${index + 1} }`,
  );
  const flat = await federation.ask(`{ list(n: 1) { ...G0 } } ${spread.join(" ")} fragment G30 on Item { id }`);
  expect(flat.data).toEqual({ list: [{ id: "0" }] });
});

import { buildSchema, graphqlSync, parse } from "graphql";
import { expect, test } from "vitest";
import { toTabularQuery } from "../../../gateway/tabular/query.ts";
import { toTable } from "../../../gateway/tabular/table.ts";

const schema = buildSchema(`
  type Query { countries: [Country!] country(code: String!): Country items(first: Int! = 2, after: String): ItemConnection }
  type Country { code: ID! name: String languages: [String!] capital: City series(id: ID!): Series borders: [Country!] items(first: Int! = 2, after: String): ItemConnection }
  type City { name: String people: Value }
  type Series { note: String values: [Value!] latest: Value }
  type Value { value: Float unit: String! year: Int provenance: Provenance }
  type Provenance { source: Source }
  type Source { publisher: String }
  type ItemConnection { nodes: [Item!]! edges: [ItemEdge!]! totalCount: Int! pageInfo: PageInfo! }
  type ItemEdge { cursor: String! node: Item }
  type Item { id: ID! owner: Country amountUsd: Float }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`);

const value = (year: number, number: number | null, unit = "persons") => ({ year, value: number, unit });
const kaz = {
  code: "KAZ",
  name: "Kazakhstan",
  languages: ["kk", "ru"],
  capital: { name: "Astana", people: value(2024, 1.4e6) },
  borders: [{ code: "CHN" }, { code: "RUS" }],
  series: ({ id }: { id: string }) =>
    id === "mixed"
      ? { values: [value(2020, 1), value(2021, 2, "km2")] }
      : { note: null, values: [value(2020, 18.7), value(2021, null)], latest: value(2020, 18.7) },
};
const empty = {
  code: "TKM",
  name: "Turkmenistan",
  languages: null,
  capital: null,
  borders: [],
  series: { values: [] },
};

function tableOf(query: string, variables: Record<string, unknown> = {}) {
  const tabular = toTabularQuery(schema, parse(query), undefined, variables);
  const { data, errors } = graphqlSync({
    schema,
    source: tabular.query,
    rootValue: { countries: [kaz, empty], country: kaz },
    variableValues: variables,
  });
  expect(errors).toBeUndefined();
  const { header, rows } = toTable(tabular.plan, data);
  return [header, ...rows];
}

test("a list within a list gives the rows, and what stands around it is repeated", () => {
  expect(tableOf('{ countries { code name series(id: "pop") { note values { year value } } } }')).toEqual([
    ["countries.code", "countries.name", "series.note", "year", "value [persons]"],
    ["KAZ", "Kazakhstan", null, 2020, 18.7],
    ["KAZ", "Kazakhstan", null, 2021, null],
    ["TKM", "Turkmenistan", null, null, null],
  ]);
});

test("single objects are columns named by their parent, longer where two would share a name", () => {
  expect(
    tableOf(
      '{ country(code: "KAZ") { code capital { name people { value } } a: series(id: "x") { latest { value } } b: series(id: "y") { latest { value } } } }',
    ),
  ).toEqual([
    ["country.code", "capital.name", "people.value [persons]", "a.latest.value [persons]", "b.latest.value [persons]"],
    ["KAZ", "Astana", 1.4e6, 18.7, 18.7],
  ]);
});

test("units that differ stand in a column of their own", () => {
  expect(tableOf('{ country(code: "KAZ") { series(id: "mixed") { values { year value } } } }')).toEqual([
    ["year", "value", "unit"],
    [2020, 1, "persons"],
    [2021, 2, "km2"],
  ]);
});

test("lists of texts stay one cell; a single list of objects gives rows", () => {
  expect(tableOf("{ countries { code languages borders { code } } }")).toEqual([
    ["code", "languages", "borders"],
    ["KAZ", "kk; ru", "CHN; RUS"],
    ["TKM", null, null],
  ]);
  expect(tableOf('{ country(code: "KAZ") { borders { code } } }')).toEqual([["code"], ["CHN"], ["RUS"]]);
});

test("fragments, aliases, @skip and the order of the query are kept", () => {
  const query = `query ($no: Boolean!) { countries { ...named population: series(id: "pop") { latest { value @skip(if: $no) year } } iso: code } }
    fragment named on Country { name ... on Country { languages @include(if: $no) } }`;
  expect(tableOf(query, { no: true })[0]).toEqual(["name", "languages", "latest.year", "iso"]);
  expect(tableOf(query, { no: false })[0]).toEqual(["name", "latest.value [persons]", "latest.year", "iso"]);
});

test.each([
  [
    '{ country(code: "KAZ") { a: series(id: "x") { values { year value } } b: series(id: "y") { values { year value } } } }',
    "country.a.values and country.b.values",
  ],
  ["{ countries { items { nodes { id amountUsd } } } }", "a list of pages within a list"],
  ["{ a: items { nodes { id } } b: items { nodes { id } } }", "a and b are two lists of pages"],
])("what is not one table says why: %s", (query, reason) => {
  expect(() => toTabularQuery(schema, parse(query), undefined, {})).toThrow(reason);
});

test("fragments that multiply beyond reason are refused before anything runs", () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) =>
      `fragment f${i} on Country { a${i}: capital { name } x: borders { ...f${i + 1} } y: borders { ...f${i + 1} } }`,
  );
  const query = `{ countries { ...f0 } } ${levels.join(" ")} fragment f12 on Country { code }`;
  expect(() => toTabularQuery(schema, parse(query), undefined, {})).toThrow("more than 2000 fields");
});

import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { checkContract } from "../../schema/checks/contract.ts";
import { checkDescriptions, checkNullability } from "../../schema/checks/conventions.ts";

const contract = new Map([
  ["common", "enum Freshness { LIVE CACHED }"],
  ["lakes", 'type Query { lake(id: ID!, from: Int = 1): Lake } type Lake @key(fields: "id") { id: ID! name: String }'],
]);

function check(lakes: string, pending: string[] = []) {
  return checkContract({
    contract,
    subgraphs: new Map([["lakes", `enum Freshness { LIVE CACHED } ${lakes}`]]),
    pending: new Set(pending),
  });
}

const whole =
  'type Query { lake(from: Int = 1, id: ID!): Lake depth: Int } type Lake @key(fields: "id") { id: ID! name: String }';

test("a schema that says what the contract says and more has no problem", () => {
  expect(check(whole)).toEqual([]);
});

test("another type, default, argument or key than the contract's is a problem", () => {
  expect(check(whole.replace("name: String", "name: String!"))).toEqual([
    "lakes Lake.name: the contract says : String, the schema : String!",
  ]);
  expect(check(whole.replace("= 1", "= 2"))).toHaveLength(1);
  expect(check(whole.replace("from: Int = 1, ", ""))).toHaveLength(1);
  expect(check(whole.replace('"id")', '"id", resolvable: false)'))).toHaveLength(1);
});

test("what is absent must be pending, what is there must not, and what nobody asked for cannot be", () => {
  const without = whole.replace(" name: String", "");
  expect(check(without)).toEqual(["lakes Lake.name: in the contract, not in the schema, not in schema/pending.txt"]);
  expect(check(without, ["lakes Lake.name"])).toEqual([]);
  expect(check(whole, ["lakes Lake.name"])).toEqual([
    "lakes Lake.name: is there now, take it out of schema/pending.txt",
  ]);
  expect(check(whole, ["lakes Lake.colour"])).toEqual([
    "lakes Lake.colour: in schema/pending.txt, not in the contract",
  ]);
  expect(check("type Query { a: Int }", ["lakes Lake", "lakes Query.lake"])).toEqual([]);
});

test("a type, field, argument or enum value without a description is named", () => {
  const api = buildSchema('type Query { "b" b(c: Int): D } enum D { E } "f" enum F { "g" G }');
  expect(checkDescriptions(api)).toEqual(["Query.b(c:): no description", "D: no description", "D.E: no description"]);
});

test("a non-null field is named where one dead subgraph would cost more than itself", () => {
  const lake = 'type Lake @key(fields: "id") { id: ID! area: Float!}';
  expect(checkNullability(`type Query { lakes: [Lake!]! } ${lake}`)).toEqual([
    "Query.lakes: must be nullable",
    "Lake.area: must be nullable",
  ]);
  expect(checkNullability('type Level { lake: Lake! } type Lake @key(fields: "id") { id: ID! }')).toEqual([
    "Level.lake: must be nullable",
  ]);
  expect(checkNullability('type LakeConnection { nodes: [Lake!]! } type Lake @key(fields: "id") { id: ID! }')).toEqual(
    [],
  );
});

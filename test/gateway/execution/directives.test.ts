import { expect, onTestFinished, test } from "vitest";
import { askSingle, openFederation, type TestSubgraph } from "../../support/federation.ts";

const directive = "directive @loud(times: Int = 1) on FIELD";
const team = { id: "1", name: "Alga", city: "Bishkek" };

const sport: TestSubgraph = {
  typeDefs: `${directive} type Query { team: Team } type Team @key(fields: "id") { id: ID! name: String city: String }`,
  resolvers: { Query: { team: () => team } },
};
const press: TestSubgraph = {
  typeDefs: `${directive} type Team @key(fields: "id") { id: ID! motto: String }`,
  resolvers: { Team: { motto: ({ id }) => `Motto ${id}` } },
};
const merged: TestSubgraph = {
  typeDefs: `${directive} type Query { team: Team } type Team { id: ID! name: String city: String motto: String }`,
  resolvers: { ...sport.resolvers, ...press.resolvers },
};

test.each([
  ["one of two selections of an object", "{ team @loud { name } team { city motto } }", ["team@loud"]],
  [
    "both, each with its own",
    "{ team @loud { name } team @loud(times: 2) { motto } }",
    ["team@loud", "team@loud(times:2)"],
  ],
  ["a field that has another name too", "{ team { name @loud again: name } }", ["name@loud"]],
  ["the key of an object", "{ team { id @loud motto } }", ["id@loud"]],
  ["a field of another subgraph", "{ team { said: motto @loud motto } }", ["motto@loud"]],
])("a directive of the graph's own reaches the subgraph at %s, and nothing else does", async (_, query, expected) => {
  const federation = await openFederation({ sport, press });
  onTestFinished(() => federation.close());

  const answer = await federation.ask(query);

  expect(answer).toEqual({ data: (await askSingle(merged, query)).data, errors: [] });
  const asked = federation.calls().flatMap(({ request }) => request.operation.query.match(/\w+@loud(\(.*?\))?/g) ?? []);
  expect(asked).toEqual(expected);
});

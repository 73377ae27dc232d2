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
  ["one of two selections of an object", "{ team @loud { name } team { city motto } }", ["team@loud(times:1)"]],
  [
    "both, each with its own",
    "{ team @loud { name } team @loud(times: 2) { motto } }",
    ["team@loud(times:1)", "team@loud(times:2)"],
  ],
  ["a field that has another name too", "{ team { name @loud again: name } }", ["name@loud(times:1)"]],
  ["the key of an object", "{ team { id @loud motto } }", ["id@loud(times:1)"]],
  ["a field of another subgraph", "{ team { said: motto @loud motto } }", ["motto@loud(times:1)"]],
])("a directive of the graph's own reaches the subgraph at %s, and nothing else does", async (_, query, expected) => {
  const federation = await openFederation({ sport, press });
  onTestFinished(() => federation.close());

  const answer = await federation.ask(query);

  expect(answer).toEqual({ data: (await askSingle(merged, query)).data, errors: [] });
  const asked = federation.calls().flatMap(({ request }) => request.operation.query.match(/\w+@loud(\(.*?\))?/g) ?? []);
  expect(asked).toEqual(expected);
});

test("a directive that a linked specification brings is one for clients too, with the default that they see", async () => {
  const own = "directive @loud(times: Int!) on FIELD";
  const linked = '@link(url: "https://specs.example.org/loud/v1.0", import: ["@loud"])';
  const federation = await openFederation(
    { sport: { ...sport, typeDefs: sport.typeDefs.replace(directive, own) } },
    { edit: (sdl) => sdl.replace("schema\n", `schema ${linked}\n`).replace("times: Int!)", "times: Int! = 3)") },
  );
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ team { name @loud city @loud(times: 1) } }")).toEqual({
    data: { team: { name: "Alga", city: "Bishkek" } },
    errors: [],
  });
  expect(federation.calls()[0]?.request.operation.query).toContain("name@loud(times:3)");
});

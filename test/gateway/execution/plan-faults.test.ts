import { expect, onTestFinished, test } from "vitest";
import { askSingle, openFederation, type TestSubgraph } from "../../support/federation.ts";

const fleet = { city: "Osh", number: 7, year: 2019 };

test("a field that requires others is asked by a key that finds, not by one that only names", async () => {
  const registry: TestSubgraph = {
    typeDefs: `
      type Vehicle
        @key(fields: "plate")
        @key(fields: "fleet { city number }", resolvable: false)
        @key(fields: "plate fleet { number year }", resolvable: false) { plate: ID! fleet: Fleet! weight: Int }
      type Fleet @shareable { city: String number: Int year: Int }`,
    resolvers: { Vehicle: { __resolveReference: ({ plate }) => ({ plate, fleet, weight: 900 }) } },
  };
  const tolls: TestSubgraph = {
    typeDefs: `
      type Query { vehicle: Vehicle }
      type Vehicle
        @key(fields: "fleet { city number }", resolvable: false)
        @key(fields: "plate fleet { number year }")
        @key(fields: "plate", resolvable: false) {
        plate: ID! fleet: Fleet! weight: Int @external toll: Int @requires(fields: "weight")
      }
      type Fleet @shareable { city: String number: Int year: Int }`,
    resolvers: {
      Query: { vehicle: () => ({ plate: "B1", fleet }) },
      Vehicle: {
        __resolveReference: (sent) => (sent.plate && sent.fleet?.year ? sent : null),
        toll: ({ weight }) => weight * 2,
      },
    },
  };
  const federation = await openFederation({ registry, tolls });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ vehicle { toll } }")).toEqual({ data: { vehicle: { toll: 1800 } }, errors: [] });
});

const boards: TestSubgraph = {
  typeDefs: `
    type Query { sign: Sign place: Place road: Int }
    type Place { sign: Sign name: String }
    interface Sign @key(fields: "id") { id: ID! }`,
  resolvers: { Query: { road: () => 9, place: () => ({ name: "Naryn" }) }, Sign: { __resolveType: () => "Nothing" } },
};
const texts: TestSubgraph = {
  typeDefs: `
    type Query { board: Sign }
    type Sign @key(fields: "id", resolvable: false) @interfaceObject { id: ID! text: String }`,
  resolvers: { Query: { board: () => ({ id: "1", text: "Stop" }) } },
};

test.each([
  ["at the root", "{ sign { text } road }", "sign"],
  ["deeper", "{ place { sign { text } name } }", "place.sign"],
])("a field that no plan reaches is refused, and not null: %s", async (_, query, path) => {
  const federation = await openFederation({ boards, texts });
  onTestFinished(() => federation.close());

  const { data, errors } = await federation.ask(query);

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: expect.stringContaining(`no way to ${path}`) }]);
  expect(federation.calls()).toEqual([]);
});

test("what is beside a field that no plan reaches is answered when it is asked alone", async () => {
  const federation = await openFederation({ boards, texts });
  onTestFinished(() => federation.close());

  expect(await federation.ask("{ board { id text } road place { name } }")).toEqual({
    data: { board: { id: "1", text: "Stop" }, road: 9, place: { name: "Naryn" } },
    errors: [],
  });
});

test("a condition on a type that the subgraph does not know is left out without being refused", async () => {
  const parts = { common: "type Fox @shareable { name: String }", typed: { __resolveType: () => "Fox" } };
  const resolvers = {
    Query: { here: () => ({ name: "Reynard" }), there: () => ({ name: "Tod" }) },
    Animal: parts.typed,
  };
  const one = { typeDefs: `type Query { here: Animal } union Animal = Fox ${parts.common}`, resolvers };
  const two = {
    typeDefs: `type Query { there: Animal } union Animal = Fox | Owl type Owl { wings: Int } ${parts.common}`,
    resolvers,
  };
  const federation = await openFederation({ one, two });
  onTestFinished(() => federation.close());
  const query = "{ here { ... on Owl { wings } } there { ... on Fox { name } ... on Owl { wings } } }";

  const answer = await federation.ask(query);

  const merged = {
    typeDefs: `
      type Query { here: Animal there: Animal } union Animal = Fox | Owl
      type Fox { name: String } type Owl { wings: Int }`,
    resolvers: {
      Query: {
        here: () => ({ __typename: "Fox", name: "Reynard" }),
        there: () => ({ __typename: "Fox", name: "Tod" }),
      },
    },
  };
  expect(answer).toEqual({ data: (await askSingle(merged, query)).data, errors: [] });
});

test("a plan whose fetches from one subgraph wait for each other comes to an end", async () => {
  const known = (fields: object) => ({ __resolveReference: (sent: object) => ({ ...sent, ...fields }) });
  const stream = { id: "1", code: "c" };
  const federation = await openFederation({
    streams: {
      typeDefs: `
        type Query { stream: Stream }
        type Stream @key(fields: "id code", resolvable: false) { id: ID! @shareable code: ID! @shareable }`,
      resolvers: { Query: { stream: () => stream } },
    },
    codes: {
      typeDefs: `
        type Stream @key(fields: "code") @key(fields: "id") {
          id: ID! @shareable code: ID! @shareable upstream: Stream @shareable
        }`,
      resolvers: { Stream: known({ ...stream, upstream: stream }) },
    },
    ranks: {
      typeDefs: `
        type Stream @key(fields: "id") {
          id: ID! @shareable upstream: Stream @shareable
          flow(unit: Int): Int @external rank: Int @requires(fields: "flow(unit: 3)")
        }`,
      resolvers: { Stream: { ...known({ upstream: stream }), rank: ({ flow }) => flow + 1 } },
    },
    alarms: {
      typeDefs: `
        type Stream @key(fields: "id code") {
          id: ID! @shareable code: ID! @shareable flow(unit: Int): Int mouth: Stream
          rank: Int @external alarm(level: Int): String @requires(fields: "rank")
        }`,
      resolvers: {
        Stream: {
          ...known({ mouth: stream }),
          flow: (_, { unit }) => 10 * unit,
          alarm: ({ rank }, { level }) => `${level} at ${rank}`,
        },
      },
    },
  });
  onTestFinished(() => federation.close());

  const query =
    "{ stream { upstream { mouth { upstream { one: alarm(level: 1) two: alarm(level: 2) } } alarm(level: 3) } } }";
  expect(await federation.ask(query)).toEqual({
    data: { stream: { upstream: { mouth: { upstream: { one: "1 at 31", two: "2 at 31" } }, alarm: "3 at 31" } } },
    errors: [],
  });
});

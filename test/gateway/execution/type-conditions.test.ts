import { expect, onTestFinished, test } from "vitest";
import { askSingle, openFederation, type TestSubgraph } from "../../support/federation.ts";

const trip = (id: string) => ({ __typename: id.startsWith("t") ? "Tour" : "Hike", id, guide: { id: `g-${id}` } });

const catalogue: TestSubgraph = {
  typeDefs: `
    type Query { trip: Trip trips: [Trip!] }
    interface Trip @key(fields: "id") { id: ID! }
    type Tour implements Trip @key(fields: "id") { id: ID! guide: Guide seats: Int }
    type Hike implements Trip @key(fields: "id") { id: ID! guide: Guide }
    type Guide @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: { trip: () => trip("t1"), trips: () => [trip("h1"), trip("t1"), trip("h2"), trip("t2")] },
    Trip: { __resolveType: ({ __typename }) => __typename, __resolveReference: ({ id }) => trip(id) },
    Tour: { __resolveReference: ({ id }) => trip(id), seats: () => 12 },
    Hike: { __resolveReference: ({ id }) => trip(id) },
  },
};
const phones: TestSubgraph = {
  typeDefs: `type Guide @key(fields: "id") { id: ID! phone: String }`,
  resolvers: { Guide: { phone: ({ id }) => `phone of ${id}` } },
};
const prices: TestSubgraph = {
  typeDefs: `
    type Query { latest: Trip }
    type Trip @key(fields: "id") @interfaceObject { id: ID! price: Int }
    type Guide @key(fields: "id") { id: ID! fee: Int! }`,
  resolvers: {
    Query: { latest: () => ({ id: "t9" }) },
    Trip: { price: () => 80 },
    Guide: { fee: ({ id }) => id.length },
  },
};
const merged: TestSubgraph = {
  typeDefs: `
    type Query { trip: Trip trips: [Trip!] latest: Trip }
    interface Trip { id: ID! price: Int }
    type Tour implements Trip { id: ID! price: Int guide: Guide seats: Int }
    type Hike implements Trip { id: ID! price: Int guide: Guide }
    type Guide { id: ID! phone: String fee: Int! }`,
  resolvers: {
    Query: { ...catalogue.resolvers["Query"], latest: () => trip("t9") },
    Tour: { ...prices.resolvers["Trip"], seats: () => 12 },
    Hike: prices.resolvers["Trip"] ?? {},
    Guide: { ...phones.resolvers["Guide"], ...prices.resolvers["Guide"] },
  },
};

/** Which guides each call to a subgraph but the catalogue asks about. */
async function askAll(query: string, override = {}) {
  const federation = await openFederation({ catalogue, phones, prices }, { override });
  onTestFinished(() => federation.close());
  const answer = await federation.ask(query);
  const asked = federation.calls().flatMap(({ subgraph, request }) => {
    const texts = request.representations.flatMap((one) => one.texts);
    return subgraph === "catalogue" ? [] : [`${subgraph}: ${texts.map((text) => JSON.parse(text).id).join(" ")}`];
  });
  return { answer, asked: asked.sort() };
}

test("what is asked of objects of one type is not asked of those of another", async () => {
  const query = "{ trips { ... on Tour { guide { phone } } ... on Hike { guide { fee } } } }";

  const { answer, asked } = await askAll(query);

  expect(answer).toEqual({ data: (await askSingle(merged, query)).data, errors: [] });
  expect(asked).toEqual(["phones: g-t1 g-t2", "prices: g-h1 g-h2"]);
});

test("what is asked of a type that no object has costs no call, and cannot fail", async () => {
  const fail = async () => ({ errors: [{ message: "down" }] });

  const { answer, asked } = await askAll("{ trip { ... on Tour { guide { phone } } ... on Hike { guide { fee } } } }", {
    prices: fail,
  });

  expect(answer).toEqual({ data: { trip: { guide: { phone: "phone of g-t1" } } }, errors: [] });
  expect(asked).toEqual(["phones: g-t1"]);
});

test("what is asked of every type is one call about all of the objects", async () => {
  const query = "{ trips { ... on Tour { seats guide { phone } } ... on Hike { guide { phone } } } }";

  const { answer, asked } = await askAll(query);

  expect(answer).toEqual({ data: (await askSingle(merged, query)).data, errors: [] });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.split(" ").sort()).toEqual(["g-h1", "g-h2", "g-t1", "g-t2", "phones:"]);
});

test("an object of which only the interface is known is asked for the type that is meant", async () => {
  const query = "{ latest { price ... on Tour { guide { phone fee } seats } ... on Hike { guide { fee } } } }";

  const { answer } = await askAll(query);

  expect(answer).toEqual({ data: (await askSingle(merged, query)).data, errors: [] });
});

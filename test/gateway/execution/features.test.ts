import { expect, onTestFinished, test } from "vitest";
import { openFederation, type TestSubgraph } from "../../support/federation.ts";

const people: TestSubgraph = {
  typeDefs: `
    type Query { people: [Person!] secret: Secret node: Node hidden: Any }
    union Any = Person | Secret
    interface Node { id: ID! }
    type Person implements Node @key(fields: "id") { id: ID! name: String email: String @authenticated age: Int! @authenticated }
    type Secret @authenticated { plan: String }`,
  resolvers: {
    Query: {
      people: () => [{ id: "1", name: "Aigul", email: "a@example.org", age: 40 }],
      secret: () => ({ plan: "none" }),
      hidden: () => ({ __typename: "Secret", plan: "none" }),
      node: () => ({ __typename: "Person", id: "1", email: "a@example.org" }),
    },
  },
};

async function open(subgraphs: Record<string, TestSubgraph>, edit = (sdl: string) => sdl) {
  const federation = await openFederation(subgraphs, { edit });
  onTestFinished(() => federation.close());
  return federation;
}

test("fields for signed-in clients are kept from everybody, and the rest is answered", async () => {
  const federation = await open({ people });

  const { data, errors } = await federation.ask(
    "{ people { name mail: email } secret { plan } node { id ... on Person { email } } }",
  );

  expect(data).toEqual({ people: [{ name: "Aigul", mail: null }], secret: null, node: { id: "1", email: null } });
  expect(errors.map(({ path }) => path?.join("."))).toEqual(["people.0.mail", "secret", "node.email"]);
  for (const { extensions } of errors) expect(extensions).toMatchObject({ code: "FIELD_DENIED" });
  expect(
    federation
      .calls()
      .map(({ request }) => request.operation.query)
      .join(),
  ).not.toMatch(/email|plan/);
});

test("a type for signed-in clients is kept from them through a union too", async () => {
  const { data, errors } = await (await open({ people })).ask("{ hidden { __typename ... on Secret { plan } } }");
  expect(data).toEqual({ hidden: { __typename: "Secret", plan: null } });
  expect(errors).toMatchObject([{ path: ["hidden", "plan"], extensions: { code: "FIELD_DENIED" } }]);
});

test("a field for signed-in clients that must not be null empties its object", async () => {
  const { data, errors } = await (await open({ people })).ask("{ people { name age } }");
  expect(data).toEqual({ people: null });
  expect(errors).toMatchObject([{ path: ["people", 0, "age"], extensions: { code: "FIELD_DENIED" } }]);
});

test("a supergraph that links what @apollo/gateway refuses is served", async () => {
  const link = `@link(url: "https://specs.apollo.dev/cacheTag/v0.1", for: EXECUTION)`;
  const federation = await open({ people }, (sdl) =>
    `${sdl.replace("schema\n", `schema\n  ${link}\n`)}\ndirective @cacheTag(format: String!) repeatable on FIELD_DEFINITION | OBJECT`.replace(
      "people: [Person!]",
      'people: [Person!] @cacheTag(format: "people")',
    ),
  );
  expect((await federation.ask("{ people { name } __schema { directives { name } } }")).data).toMatchObject({
    people: [{ name: "Aigul" }],
    __schema: { directives: expect.not.arrayContaining([{ name: "cacheTag" }, { name: "authenticated" }]) },
  });
});

test("a supergraph that needs what this gateway does not do is refused", async () => {
  const link = `@link(url: "https://specs.apollo.dev/connect/v0.1", for: EXECUTION)`;
  await expect(open({ people }, (sdl) => sdl.replace("schema\n", `schema\n  ${link}\n`))).rejects.toThrow(
    /needs https:\/\/specs\.apollo\.dev\/connect\/v0\.1 for EXECUTION/,
  );
});

test("another supergraph that differs only in who may see a field takes effect", async () => {
  const federation = await open({ people });
  expect((await federation.ask("{ people { name } }")).errors).toEqual([]);
  await federation.replace({
    people: { ...people, typeDefs: people.typeDefs.replace("name: String", "name: String @authenticated") },
  });
  expect((await federation.ask("{ people { name } }")).errors[0]?.extensions).toMatchObject({ code: "FIELD_DENIED" });
});

test("a new supergraph is served, and one that cannot be served leaves the last one", async () => {
  const version = (number: number): Record<string, TestSubgraph> => ({
    only: {
      typeDefs: `type Query { v${number}: Int same: Int }`,
      resolvers: { Query: { [`v${number}`]: () => number, same: () => number } },
    },
  });
  let broken = false;
  const federation = await open(version(1), (sdl) => (broken ? "type Nonsense" : sdl));
  expect((await federation.ask("{ same v1 }")).data).toEqual({ same: 1, v1: 1 });

  await federation.replace(version(2));
  expect((await federation.ask("{ same v2 }")).data).toEqual({ same: 2, v2: 2 });
  expect((await federation.ask("{ v1 }")).errors[0]?.extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });

  broken = true;
  await federation.replace(version(2));
  expect((await federation.ask("{ same v2 }")).data).toEqual({ same: 2, v2: 2 });
});

test("a field takes an argument from an object around it", async () => {
  const federation = await open({
    a: {
      typeDefs: `
        type Query { trips: [Trip!] }
        type Trip @key(fields: "id") @context(name: "trip") { id: ID! currency: String stops: [Stop!] }
        type Stop @key(fields: "id") { id: ID! fee(currency: String @fromContext(field: "$trip { currency }")): String }`,
      resolvers: {
        Query: {
          trips: () => [
            { id: "1", currency: "KZT" },
            { id: "2", currency: "UZS" },
          ],
        },
        Trip: { stops: ({ id }) => [{ id: `s${id}` }, { id: "shared" }] },
        Stop: { __resolveReference: ({ id }) => ({ id }), fee: ({ id }, { currency }) => `${id} in ${currency}` },
      },
    },
    b: {
      typeDefs: `type Stop @key(fields: "id") { id: ID! town: String }`,
      resolvers: { Stop: { town: ({ id }) => `town ${id}` } },
    },
  });
  expect(await federation.ask("{ trips { stops { fee town } } }")).toEqual({
    data: {
      trips: [
        {
          stops: [
            { fee: "s1 in KZT", town: "town s1" },
            { fee: "shared in KZT", town: "town shared" },
          ],
        },
        {
          stops: [
            { fee: "s2 in UZS", town: "town s2" },
            { fee: "shared in UZS", town: "town shared" },
          ],
        },
      ],
    },
    errors: [],
  });
});

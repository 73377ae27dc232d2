import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../support/gateway.ts";
import { serveSubgraph, type TestSubgraph } from "../support/subgraph.ts";
import { composeRunning } from "./compose.ts";
import { inventory, users } from "./neighbours.ts";
import { products } from "./products/index.ts";

let folder: string;
let served: TestSubgraph[];
let supergraph: string;
let gateway: TestGateway;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compatibility-"));
  const subgraphs = [products, users, inventory];
  served = await Promise.all(subgraphs.map((subgraph) => serveSubgraph(subgraph)));
  const urls = Object.fromEntries(subgraphs.map(({ name }, place) => [name, served[place]?.url ?? ""]));
  const file = await composeRunning(urls, folder);
  supergraph = await readFile(file, "utf8");
  gateway = await startGateway({ SUPERGRAPH: file });
});
afterAll(async () => {
  await gateway.close();
  await Promise.all(served.map(({ close }) => close()));
  await rm(folder, { recursive: true });
});

/** Asks the products subgraph itself. */
async function askProducts(query: string, variables = {}, headers = {}) {
  const response = await fetch(served[0]?.url ?? "", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

test("an entity is found by each of its keys, of one field, of several and of an object's", async () => {
  const query = `query ($keys: [_Any!]!) {
    _entities(representations: $keys) {
      ... on Product { id }
      ... on DeprecatedProduct { reason }
      ... on ProductResearch { study { description } }
      ... on User { name }
    }
  }`;
  const keys = [
    { __typename: "Product", id: "apollo-federation" },
    { __typename: "Product", sku: "federation", package: "@apollo/federation" },
    { __typename: "Product", sku: "studio", variation: { id: "platform" } },
    { __typename: "Product", sku: "studio", variation: { id: "OSS" } },
    { __typename: "DeprecatedProduct", sku: "apollo-federation-v1", package: "@apollo/federation-v1" },
    { __typename: "ProductResearch", study: { caseNumber: "1235" } },
    { __typename: "User", email: "support@apollographql.com" },
  ];

  expect(await askProducts(query, { keys })).toEqual({
    data: {
      _entities: [
        { id: "apollo-federation" },
        { id: "apollo-federation" },
        { id: "apollo-studio" },
        null,
        { reason: "Migrate to Federation V2" },
        { study: { description: "Studio Study" } },
        { name: "Jane Smith" },
      ],
    },
  });
});

test("fields come from the subgraph that overrides, provides, requires or alone has them", async () => {
  const { data, errors } = await gateway.ask(`{
    product(id: "apollo-federation") {
      delivery(zip: "050000")
      createdBy { name yearsOfEmployment totalProductsCreated averageProductsCreatedPerYear }
    }
    deprecatedProduct(sku: "apollo-federation-v1", package: "@apollo/federation-v1") {
      createdBy { totalProductsCreated }
    }
  }`);

  expect(errors).toEqual([]);
  expect(data).toEqual({
    product: {
      delivery: "small 1 to 050000",
      createdBy: {
        name: "Jane Smith",
        yearsOfEmployment: 7,
        totalProductsCreated: 1337,
        averageProductsCreatedPerYear: 191,
      },
    },
    deprecatedProduct: { createdBy: { totalProductsCreated: 63 } },
  });
});

test("an interface of one subgraph has the fields that another adds to it as to an object", async () => {
  const { data, errors } = await gateway.ask(`{
    inventory(id: "apollo-oss") { __typename products { sku } deprecatedProducts { reason } }
  }`);

  expect(errors).toEqual([]);
  expect(data).toEqual({
    inventory: {
      __typename: "OpenSourceInventory",
      products: [{ sku: "federation" }, { sku: "studio" }],
      deprecatedProducts: [{ reason: "Migrate to Federation V2" }],
    },
  });
});

test("an inaccessible field answers in its subgraph and is unknown to clients of the gateway", async () => {
  const query = '{ product(id: "apollo-studio") { dimensions { weight unit } } }';

  expect(await askProducts(query)).toEqual({ data: { product: { dimensions: { weight: 1, unit: "kg" } } } });
  expect(await gateway.ask(query)).toMatchObject({
    status: 400,
    errors: [{ message: expect.stringContaining('"unit"'), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
  });
});

test("tags and a directive of the subgraph's own reach the supergraph", () => {
  expect(supergraph).toMatch(/directive @custom on OBJECT/);
  expect(supergraph).toMatch(/type Product\n( {2}@.*\n)* {2}@custom\n/);
  expect(supergraph).toMatch(/notes: String [^\n]*@tag\(name: "internal"\)/);
});

test("a subgraph traces an operation for the gateway that asks it to, and for no other", async () => {
  const traced = { data: { __typename: "Query" }, extensions: { ftv1: expect.stringMatching(/^[\w+/]+=*$/) } };

  expect(await askProducts("{ __typename }", {}, { "apollo-federation-include-trace": "ftv1" })).toEqual(traced);
  expect(await askProducts("{ __typename }")).toEqual({ data: { __typename: "Query" } });
});

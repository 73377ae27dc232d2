import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { Subgraph } from "../../subgraphs/kit/subgraph.ts";

const imports = `"@key", "@external", "@requires", "@shareable"`;

/** What stands beside products where the suite is not installed. Its figures differ from those that products has of its own. */
export const users = subgraph(
  "users",
  `
  type User @key(fields: "email") {
    email: ID!
    name: String
    totalProductsCreated: Int @shareable
    yearsOfEmployment: Int!
  }
  `,
  {
    User: {
      __resolveReference: ({ email }: { email: string }) =>
        email === "support@apollographql.com"
          ? { email, name: "Somebody Else", totalProductsCreated: 63, yearsOfEmployment: 7 }
          : null,
    },
  },
);

interface Measured {
  readonly dimensions: { readonly size: string; readonly weight: number };
}

/** Has the interface that products knows as an object, and tells the delivery of a product by its dimensions. */
export const inventory = subgraph(
  "inventory",
  `
  type Query {
    inventory(id: ID!): Inventory
  }
  interface Inventory @key(fields: "id") {
    id: ID!
    products: [Product!]!
  }
  type OpenSourceInventory implements Inventory @key(fields: "id") {
    id: ID!
    products: [Product!]!
  }
  type Product @key(fields: "id") {
    id: ID!
    dimensions: ProductDimension @external
    delivery(zip: String): String @requires(fields: "dimensions { size weight }")
  }
  type ProductDimension @shareable {
    size: String
    weight: Float
  }
  `,
  {
    Query: {
      inventory: (_: unknown, { id }: { id: string }) => ({
        __typename: "OpenSourceInventory",
        id,
        products: [{ id: "apollo-federation" }, { id: "apollo-studio" }],
      }),
    },
    Product: {
      delivery: ({ dimensions: { size, weight } }: Measured, { zip }: { zip?: string }) =>
        `${size} ${weight} to ${zip}`,
    },
  },
);

function subgraph(name: string, typeDefs: string, resolvers: object): Subgraph {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;
  return {
    name,
    probes: [],
    buildSchema: async () =>
      buildSubgraphSchema([{ typeDefs: parse(`${link}\n${typeDefs}`), resolvers: resolvers as never }]),
    open: () => () => ({}),
  };
}

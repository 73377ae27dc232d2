import { federate } from "../../../subgraphs/kit/graphql/federate.ts";
import type { Subgraph } from "../../../subgraphs/kit/subgraph.ts";
import { references } from "./references.ts";
import { ProductResolver, UserResolver } from "./resolvers.ts";
import { DeprecatedProduct, Inventory, Product, ProductResearch, User } from "./types.ts";

/** The suite takes no newer Federation than 2.3, and wants a directive of the subgraph's own in the supergraph. */
const preamble = `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.3"
      import: [
        "@composeDirective", "@extends", "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides"
        "@requires", "@shareable", "@tag"
      ]
    )
    @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
    @composeDirective(name: "@custom")

  directive @custom on OBJECT
`;

/** The products subgraph of Apollo's compatibility suite: every directive of Federation on a handful of types. */
export const products: Subgraph = {
  name: "products",
  probes: [],
  buildSchema: () =>
    federate({
      preamble,
      resolvers: [ProductResolver, UserResolver],
      entities: [Product, DeprecatedProduct, ProductResearch, User, Inventory],
      references,
    }),
  open: () => () => ({}),
};

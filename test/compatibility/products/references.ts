import type { ReferenceResolver } from "../../../subgraphs/kit/graphql/federate.ts";
import { inventory, products, user } from "./records.ts";
import { findDeprecated } from "./resolvers.ts";
import type { User } from "./types.ts";

type ProductKey =
  | { readonly id: string }
  | { readonly sku: string; readonly package: string }
  | { readonly sku: string; readonly variation: { readonly id: string } };

export const references: Record<string, ReferenceResolver> = {
  Product(key: ProductKey) {
    const found = products.find((product) => {
      if ("id" in key) return product.id === key.id;
      if (product.sku !== key.sku) return false;
      return "package" in key ? product.package === key.package : product.variation.id === key.variation.id;
    });
    return found ?? null;
  },
  DeprecatedProduct: (key: { sku: string; package: string }) => findDeprecated(key.sku, key.package),
  ProductResearch: ({ study }: { study: { caseNumber: string } }) =>
    products.flatMap(({ research }) => research).find((research) => research.study.caseNumber === study.caseNumber) ??
    null,
  /** What the gateway sends along for `@requires` stands over what is known here. */
  User: (given: Partial<User>) => (given.email === user.email ? { ...user, ...given } : null),
  Inventory: ({ id }: { id: string }) => (id === inventory.id ? inventory : null),
};

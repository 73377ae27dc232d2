import {
  Arg,
  Directive,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from "../../../subgraphs/kit/graphql/decorators.ts";
import { type DeprecatedProductRecord, deprecatedProduct, type ProductRecord, products } from "./records.ts";
import { DeprecatedProduct, Product, User } from "./types.ts";

@Resolver(() => Product)
export class ProductResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg("id", () => ID) id: string): ProductRecord | null {
    return products.find((product) => product.id === id) ?? null;
  }

  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: "Use product query instead" })
  deprecatedProduct(
    @Arg("sku", () => String) sku: string,
    @Arg("package", () => String) packageName: string,
  ): DeprecatedProductRecord | null {
    return findDeprecated(sku, packageName);
  }
}

@Resolver(() => User)
export class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User): number | null {
    return totalProductsCreated === null ? null : Math.round(totalProductsCreated / yearsOfEmployment);
  }
}

export function findDeprecated(sku: string, packageName: string): DeprecatedProductRecord | null {
  return deprecatedProduct.sku === sku && deprecatedProduct.package === packageName ? deprecatedProduct : null;
}

import { requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, ID, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { Value } from "../../kit/graphql/values.ts";
import { requireIndicator } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import { valuesOfYear } from "../series.ts";

@Resolver()
export class VintagesResolver {
  @Query(() => [Value], {
    nullable: true,
    description:
      "One figure as each release at hand has it, the oldest first: the release shipped with the graph and the newest one kept from the publisher, where that is another. Publishers revise what they have published: `provenance` has the `vintage`, and `retrievedAt` where the publisher names none. A release without the figure has null and the reason.",
  })
  async vintages(
    @Arg("indicator", () => ID, { description: "Id of the indicator." }) id: string,
    @Arg("country", () => CountryCode, { description: "Alpha-3, alpha-2 or M49 code." }) code: string,
    @Arg("year", () => Int, { description: "Calendar year of the figure." }) year: number,
    @Ctx() { loaders }: Context,
  ): Promise<Value[]> {
    const catalogue = await loaders.catalogue();
    const indicator = requireIndicator(catalogue, id);
    const country = catalogue.country(requireCountry(code));
    return valuesOfYear(
      year,
      { indicator, country },
      await loaders.releases.load({ indicator, country: country.code }),
    );
  }
}

import { region, requireCountry } from "../../kit/countries.ts";
import { Arg, Ctx, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { toCoverage } from "../coverage.ts";
import { flowKeys } from "../flows.ts";
import type { Context } from "../loaders.ts";
import { ReporterCoverage } from "../types/coverage.ts";

@Resolver()
export class CoverageResolver {
  @Query(() => [ReporterCoverage], {
    nullable: true,
    description: "For which years each source has a country's own trade, and how far it is reported.",
  })
  async tradeCoverage(
    @Arg("reporter", () => CountryCode, { nullable: true, description: "Who reports; the six when absent." })
    reporter: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<ReporterCoverage[]> {
    const countries = reporter === undefined ? region : [requireCountry(reporter)];
    return Promise.all(
      countries.map(async (country) => {
        const keys = flowKeys([country], undefined);
        const reports = await Promise.all(keys.map((key) => loaders.allYears(key)));
        return toCoverage(
          country,
          reports.flatMap((list) => list ?? []),
        );
      }),
    );
  }
}

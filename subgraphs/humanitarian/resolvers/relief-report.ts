import { Arg, Ctx, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { reportsAsked } from "../conditions/reports.ts";
import type { Context } from "../loaders.ts";
import { ReliefReport } from "../types/report.ts";

@Resolver()
export class ReliefReportResolver {
  @Query(() => [ReliefReport], {
    nullable: true,
    description:
      "The newest reports on ReliefWeb, 50 at most, the newest first: titles and links, never their texts. The server needs a name that ReliefWeb approved.",
  })
  reliefReports(
    @Arg("country", () => CountryCode, {
      nullable: true,
      description: "The country they are mainly about; KAZ, KGZ, TJK, TKM, UZB and AFG together when absent.",
    })
    country: string | undefined,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most, 0 to 50." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Id of the last report of the page before." })
    after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<ReliefReport[]> {
    return reportsAsked(loaders, { country, first, after });
  }
}

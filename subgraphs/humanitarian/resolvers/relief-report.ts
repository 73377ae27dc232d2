import { Arg, Ctx, Int, Query, Resolver } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { newestAsked } from "../conditions/newest.ts";
import { disastersIn, reportsOn } from "../conditions/reports.ts";
import type { Context } from "../loaders.ts";
import { ReliefDisaster } from "../types/relief-disaster.ts";
import { ReliefReport } from "../types/report.ts";

const firstDescription = "How many at most, 0 to 50.";
const key = "The server needs a name that ReliefWeb approved.";

@Resolver()
export class ReliefReportResolver {
  @Query(() => [ReliefReport], {
    nullable: true,
    description: `The newest reports on ReliefWeb, 50 at most, the newest first: titles and links, never their texts. ${key}`,
  })
  async reliefReports(
    @Arg("country", () => CountryCode, {
      nullable: true,
      description: "The country they are mainly about; KAZ, KGZ, TJK, TKM, UZB and AFG together when absent.",
    })
    country: string | undefined,
    @Arg("first", () => Int, { defaultValue: 20, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Id of the last report of the page before." })
    after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<ReliefReport[]> {
    return newestAsked({ country, first, after }, "reports", (code) => reportsOn(loaders, code));
  }

  @Query(() => [ReliefDisaster], {
    nullable: true,
    description: `The newest disasters on ReliefWeb, 50 at most, the newest first: names, numbers and links. ${key}`,
  })
  async reliefDisasters(
    @Arg("country", () => CountryCode, {
      nullable: true,
      description: "A country they touch; KAZ, KGZ, TJK, TKM, UZB and AFG together when absent.",
    })
    country: string | undefined,
    @Arg("first", () => Int, { defaultValue: 20, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Id of the last disaster of the page before." })
    after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<ReliefDisaster[]> {
    return newestAsked({ country, first, after }, "disasters", (code) => disastersIn(loaders, code));
  }
}

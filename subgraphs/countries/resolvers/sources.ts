import { Ctx, Query, Resolver } from "../../kit/graphql/decorators.ts";
import type { Context } from "../loaders.ts";
import type { SourceStatusRecord } from "../source-status.ts";
import { SourceStatus } from "../types/source-status.ts";

@Resolver(() => SourceStatus)
export class SourceStatusResolver {
  @Query(() => [SourceStatus], {
    nullable: true,
    description: "Every source of the graph, with how the last calls to its own service went.",
  })
  async sources(@Ctx() { loaders }: Context): Promise<SourceStatusRecord[]> {
    return [...(await loaders.statuses())];
  }
}

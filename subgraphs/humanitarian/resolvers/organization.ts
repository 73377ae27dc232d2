import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { requireOneOf } from "../../kit/require.ts";
import { matchesSearch } from "../../kit/search.ts";
import type { Context } from "../loaders.ts";
import type { ClusterRecord, OrganizationRecord } from "../records/reference.ts";
import { Cluster } from "../types/entities.ts";
import { OrganizationConnection } from "../types/flow.ts";

@Resolver()
export class OrganizationResolver {
  @Query(() => OrganizationConnection, {
    nullable: true,
    description: "Organisations that give or receive aid in the flows held, in the order of their names.",
  })
  async organizations(
    @Arg("search", () => String, { nullable: true, description: "Words that must all occur in one of its names." })
    search: string | undefined,
    @Arg("type", () => String, { nullable: true, description: "Kind of organisation, such as `NGOs`." })
    type: string | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<OrganizationRecord>> {
    const all = [...(await loaders.catalogue()).organizations.values()];
    const types = new Set(all.flatMap((organization) => organization.type ?? []));
    const kind = type === undefined ? undefined : requireOneOf(types, "type of organisation", type);
    const found = all.filter(
      (organization) =>
        (kind === undefined || organization.type === kind) &&
        [organization.name, ...organization.aliases].some((name) => matchesSearch(name, search)),
    );
    found.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
    return paginate(found, ({ id }) => id, { first, after });
  }
}

@Resolver(() => Cluster)
export class ClusterResolver {
  @Query(() => [Cluster], { nullable: true, description: "The global clusters, in the order of their codes." })
  async clusters(@Ctx() { loaders }: Context): Promise<ClusterRecord[]> {
    return [...(await loaders.catalogue()).clusters.values()];
  }

  @FieldResolver(() => Cluster, {
    nullable: true,
    description: "The cluster that an area of responsibility belongs to.",
  })
  async parent(@Root() { parentCode }: ClusterRecord, @Ctx() { loaders }: Context): Promise<ClusterRecord | null> {
    return (await loaders.catalogue()).clusters.get(parentCode ?? "") ?? null;
  }
}

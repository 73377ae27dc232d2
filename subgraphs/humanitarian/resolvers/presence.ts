import { requireCountry } from "../../kit/countries.ts";
import { afterDescription, type Connection, firstDescription, paginate } from "../../kit/graphql/connection.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { type PresenceView, presenceOf } from "../conditions/presence.ts";
import type { Context } from "../loaders.ts";
import type { AreaRecord } from "../records/reference.ts";
import { Country, Province } from "../types/entities.ts";
import { OperationalPresence, OperationalPresenceConnection } from "../types/presence.ts";

const organizationDescription = "Id of an organisation, such as `FTS:3049`; all, those without an id too, when absent.";
const sectorDescription =
  "Code or name of a cluster, without the areas of responsibility below it, or `Cash`, `Multi` or `Intersectoral`; all sectors when absent.";
const service = "Only the publisher's service has it, for which the server needs an identifier.";

@Resolver(() => Country)
export class CountryPresenceResolver {
  @Query(() => OperationalPresenceConnection, {
    nullable: true,
    description: `Which organisations work for which sectors in which provinces of a country, a page at a time; null where the publisher has no list, and outside KAZ, KGZ, TJK, TKM, UZB and AFG. ${service}`,
  })
  async operationalPresence(
    @Arg("country", () => CountryCode, { defaultValue: "AFG", description: "The country." }) country: string,
    @Arg("province", () => ID, {
      nullable: true,
      description: "Place code of a province or district of the country; the whole country when absent.",
    })
    area: string | undefined,
    @Arg("sector", () => String, { nullable: true, description: sectorDescription }) sector: string | undefined,
    @Arg("organization", () => ID, { nullable: true, description: organizationDescription })
    organization: string | undefined,
    @Arg("first", () => Int, { defaultValue: 50, description: firstDescription }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterDescription }) after: string | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PresenceView> | null> {
    const found = await presenceOf(loaders, requireCountry(country), { area, sector, organization });
    return found && paginate(found, ({ key }) => key, { first, after });
  }

  @FieldResolver(() => [OperationalPresence], {
    nullable: true,
    description: `Which organisations work for which sectors in which provinces, all of them; null where the publisher has no list, and outside the region. ${service}`,
  })
  presence(@Root() { code }: Country, @Ctx() { loaders }: Context): Promise<PresenceView[] | null> {
    return presenceOf(loaders, code, {});
  }
}

@Resolver(() => Province)
export class ProvincePresenceResolver {
  @FieldResolver(() => [OperationalPresence], {
    nullable: true,
    description: `Which organisations work for which sectors in this province or district; null where the publisher has no list of the country. ${service}`,
  })
  presence(
    @Arg("sector", () => String, { nullable: true, description: sectorDescription }) sector: string | undefined,
    @Arg("organization", () => ID, { nullable: true, description: organizationDescription })
    organization: string | undefined,
    @Root() { pcode, countryCode }: AreaRecord,
    @Ctx() { loaders }: Context,
  ): Promise<PresenceView[] | null> {
    return presenceOf(loaders, countryCode, { area: pcode, sector, organization });
  }
}

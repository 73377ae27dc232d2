import { Directive, Field, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import { makeSeries } from "../../kit/graphql/series.ts";

@Directive('@key(fields: "code")')
@ObjectType({ description: "A country, as ISO 3166-1 knows it." })
export class Country {
  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-3 code." })
  code!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: "Something that is measured, by one publisher's definition." })
export class Indicator {
  @Field(() => ID, { description: "World Bank code as it is; everything else `<PUBLISHER>:<code>`." })
  id!: string;
}

export const Series = makeSeries(Indicator, Country);

@ObjectType({ description: "A country's water: what it has, what it takes and who can drink it." })
export class CountryWater {
  /** Alpha-3 code; its figures are for the resolvers. */
  country!: string;
}

import { Directive, Field, Float, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { CountryCode } from "../../kit/graphql/scalars.ts";
import type { CountryRecord, GroupsRecord } from "../records.ts";

export const CountryScope = describedEnum("CountryScope", "Which countries a list takes.", {
  REGION: "The six: Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan and Afghanistan.",
  PARTNERS: "The six with their neighbours and main partners.",
  ALL: "Every country of ISO 3166-1.",
});
export type CountryScope = keyof typeof CountryScope;

@ObjectType({ description: "The groups a country is counted in; each publisher has its own." })
export class CountryGroups implements GroupsRecord {
  @Field(() => String, { nullable: true, description: "Region of the UN M49 standard." })
  unRegion!: string | null;
  @Field(() => String, { nullable: true, description: "Subregion of the UN M49 standard." })
  unSubregion!: string | null;
  @Field(() => String, { nullable: true, description: "Region of the UN SDG reports." })
  sdgRegion!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "World Bank region; Afghanistan moved to the Middle East in 2025.",
  })
  worldBankRegion!: string | null;
  @Field(() => String, { nullable: true, description: "World Bank income group." })
  incomeLevel!: string | null;
  @Field(() => String, { nullable: true, description: "World Bank lending category: IDA, IBRD or Blend." })
  lending!: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the UN lists it as a landlocked developing country." })
  isLldc!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the UN lists it as a least developed country." })
  isLdc!: boolean | null;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: "A country, as ISO 3166-1 knows it." })
export class Country implements Omit<CountryRecord, "borders" | "scope"> {
  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-3 code." })
  code!: string;
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2 code." })
  alpha2!: string | null;
  @Field(() => String, { nullable: true, description: "UN M49 number, three digits with leading zeros." })
  m49!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the capital in English." })
  capital!: string | null;
  @Field(() => Float, { nullable: true, description: "Surface area in square kilometres, inland water included." })
  areaKm2!: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it has no coast on the open sea; the Caspian does not count.",
  })
  landlocked!: boolean | null;
  @Field(() => Float, { nullable: true, description: "Latitude of the capital in decimal degrees (WGS 84)." })
  latitude!: number | null;
  @Field(() => Float, { nullable: true, description: "Longitude of the capital in decimal degrees (WGS 84)." })
  longitude!: number | null;
  @Field(() => [String], { nullable: true, description: "ISO 4217 codes of its currencies." })
  currencies!: readonly string[] | null;
  @Field(() => [String], { nullable: true, description: "Languages in use, as BCP 47 tags." })
  languages!: readonly string[] | null;
  @Field(() => CountryGroups, { nullable: true, description: "The groups it is counted in, by publisher." })
  groups!: CountryGroups;
}

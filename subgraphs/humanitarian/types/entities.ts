import { Directive, Field, Float, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";

@Directive('@key(fields: "code")')
@ObjectType({ description: "A country, as ISO 3166-1 knows it." })
export class Country {
  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-3 code." })
  code!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "An organisation that gives or receives aid." })
export class Organization {
  @Field(() => ID, {
    description:
      "`FTS:` and its number in the Financial Tracking Service, or its name in kebab case where no file states a number.",
  })
  id!: string;
  @Field(() => String, { nullable: true, description: "Its newest name." })
  name!: string;
  @Field(() => String, { nullable: true, description: "Kind of organisation, such as `Governments` or `NGOs`." })
  type!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Kind within the type, such as `National NGOs/CSOs`; null where no file states it.",
  })
  subtype!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the entry stands for organisations that the reporter did not name.",
  })
  isPlaceholder!: boolean;
  @Field(() => [String], { nullable: true, description: "Other names in earlier files." })
  aliases!: readonly string[];
}

@ObjectType({ description: "A name that the publisher's files gave a cluster, and in which years." })
class ClusterLabel {
  @Field(() => String, { description: "The name." })
  name!: string;
  @Field(() => Int, { description: "Year of the first file that has it, of those in hand." })
  firstYear!: number;
  @Field(() => Int, { description: "Year of the last file that has it." })
  lastYear!: number;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: "A global cluster: a sector by which humanitarian work is coordinated." })
export class Cluster {
  @Field(() => ID, { description: "Code, such as `FSC`; the publisher's number where there is no code." })
  code!: string;
  @Field(() => String, { nullable: true, description: "Its newest name." })
  name!: string;
  @Field(() => [String], { nullable: true, description: "Names in earlier files." })
  aliases!: readonly string[];
  @Field(() => [ClusterLabel], {
    nullable: true,
    description: "All its names by the years of the files that have them, the oldest first.",
  })
  labels!: readonly ClusterLabel[];
}

@Directive('@key(fields: "pcode")')
@ObjectType({ description: "A province or region of a country, or a district of one." })
export class Province {
  @Field(() => ID, { description: "Place code, such as `AF01`." })
  pcode!: string;
  @Field(() => Int, { nullable: true, description: "1 for provinces and regions, 2 for districts." })
  level!: number;
  @Field(() => Float, {
    nullable: true,
    description: "Area in square kilometres; null outside Afghanistan, whose boundary table alone is in hand.",
  })
  areaKm2!: number | null;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: "A humanitarian appeal or response plan." })
export class Appeal {
  @Field(() => ID, { description: "Code, such as `HAFG20`. An earlier code finds the appeal too." })
  code!: string;
  @Field(() => String, { nullable: true, description: "Its newest name." })
  name!: string;
  @Field(() => Int, { nullable: true, description: "Year it is counted under." })
  year!: number;
  @Field(() => String, { nullable: true, description: "Type of plan, by its newest name." })
  type!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "First day." })
  startDate!: string;
  @Field(() => DateScalar, { nullable: true, description: "Last day." })
  endDate!: string;
  @Field(() => Float, { nullable: true, description: "Requirement of the whole appeal as last revised, US dollars." })
  requirementUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Requirement of the whole appeal as first published, US dollars.",
  })
  originalRequirementUsd!: number | null;
  @Field(() => [String], { nullable: true, description: "Types of plan in earlier files." })
  earlierTypes!: readonly string[];
  @Field(() => [String], { nullable: true, description: "Names in earlier files." })
  earlierNames!: readonly string[];
  @Field(() => [String], { nullable: true, description: "Codes in earlier files." })
  earlierCodes!: readonly string[];
}

import { Directive, Field, Float, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import type { DamRecord } from "../records.ts";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A dam and its reservoir, as AQUASTAT lists them." })
export class Dam implements Omit<DamRecord, "country" | "coOwners" | "river" | "basin"> {
  @Field(() => ID, { description: "Id in kebab case, such as `toktogul`; with the country where two list one dam." })
  id!: string;
  @Field(() => String, { description: "Name as AQUASTAT spells it." })
  name!: string;
  @Field(() => [String], { nullable: true, description: "Other names; `dam(id:)` takes them too." })
  aliases!: readonly string[];
  @Field(() => String, { nullable: true, description: "Name of the river or canal as AQUASTAT spells it." })
  riverName!: string | null;
  @Field(() => Float, { nullable: true, description: "Capacity of the full reservoir in km3." })
  capacityKm3!: number | null;
  @Field(() => Float, { nullable: true, description: "Height of the dam in metres." })
  heightM!: number | null;
  @Field(() => Float, { nullable: true, description: "Area of the full reservoir in km2." })
  areaKm2!: number | null;
  @Field(() => Int, { nullable: true, description: "Year of completion." })
  year!: number | null;
  @Field(() => [String], {
    nullable: true,
    description: "What it serves, such as `irrigation`; empty where AQUASTAT flags nothing.",
  })
  purposes!: readonly string[];
  @Field(() => Float, { nullable: true, description: "Latitude in decimal degrees (WGS 84), often of the reservoir." })
  latitude!: number | null;
  @Field(() => Float, { nullable: true, description: "Longitude in decimal degrees (WGS 84), often of the reservoir." })
  longitude!: number | null;
  @Field(() => [String], {
    nullable: true,
    description: "What is known to be wrong or doubtful in the figures, which stay as they are printed.",
  })
  issues!: readonly string[];
  @Field(() => Provenance, { description: "Where the figures come from; that of the power is at `power`." })
  provenance!: Provenance;
}

import { Field, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { DateScalar, UrlScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Country } from "./country.ts";
import { AlertLevel, HazardKind } from "./enums.ts";

@ObjectType({ description: "A natural hazard that GDACS gave an alert for." })
export class Hazard {
  @Field(() => ID, { description: "`GDACS:`, its kind in two letters and its number, such as `GDACS:FL-1102983`." })
  id!: string;
  @Field(() => HazardKind, { description: "What happened." })
  kind!: HazardKind;
  @Field(() => String, { nullable: true, description: "Name of the event." })
  name!: string | null;
  @Field(() => DateScalar, { description: "Its first day." })
  from!: string;
  @Field(() => DateScalar, { nullable: true, description: "Its last day so far." })
  to!: string | null;
  @Field(() => AlertLevel, { nullable: true, description: "The highest alert that GDACS gave it." })
  alert!: AlertLevel | null;
  @Field(() => [Country], { nullable: true, description: "The countries it affects." })
  countries!: Country[];
  @Field(() => UrlScalar, { nullable: true, description: "The report of GDACS on it." })
  url!: string | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

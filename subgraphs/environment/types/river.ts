import { Directive, Field, Float, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { Missing, Nature } from "../../kit/graphql/enums.ts";
import { Provenance, Value } from "../../kit/graphql/values.ts";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A river." })
export class River {
  @Field(() => ID, { description: "Id in kebab case, such as `syr-darya`." })
  id!: string;
  @Field(() => [String], { nullable: true, description: "Other spellings, those of publishers' files among them." })
  aliases!: readonly string[];
}

@ObjectType({ description: "A place where a river's discharge is measured." })
export class Gauge {
  @Field(() => ID, {
    description: "Code at the hydromet service; a name in kebab case where the file of the record has none.",
  })
  code!: string;
  @Field(() => String, { description: "Name of the place." })
  name!: string;
  @Field(() => Provenance, { description: "Where the gauge and its record come from." })
  provenance!: Provenance;
}

@ObjectType({ description: "Discharge of a river at one place." })
export class DischargeSeries {
  @Field(() => Gauge, { nullable: true, description: "The gauge; null for a modelled point." })
  gauge!: Gauge | null;
  @Field(() => Nature, { description: "How the series came about." })
  nature!: Nature;
  @Field(() => String, { nullable: true, description: "Where a modelled point lies; null for a gauge." })
  place!: string | null;
  @Field(() => Boolean, {
    description:
      "Whether a modelled point most likely missed the river, its mean being below 5 % of the known mean flow; false for a gauge.",
  })
  offChannel!: boolean;
  @Field(() => Float, {
    nullable: true,
    description: "Latitude of the centre of the model's cell in decimal degrees; null for a gauge.",
  })
  snappedLatitude!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Longitude of the centre of the model's cell in decimal degrees; null for a gauge.",
  })
  snappedLongitude!: number | null;
  @Field(() => [Value], {
    description:
      "Mean discharge in m3/s of each ten days or month, the period as an ISO 8601 interval or month; of each day for a model, days to come being PROJECTED.",
  })
  values!: Value[];
  @Field(() => [Value], {
    nullable: true,
    description: "The same in percent of the mean of that ten days or month over the whole record; null for a model.",
  })
  percentOfNorm!: Value[] | null;
  @Field(() => Missing, { nullable: true, description: "Why there is no figure at all." })
  missing!: Missing | null;
}

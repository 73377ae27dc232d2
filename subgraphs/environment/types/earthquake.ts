import { makeConnection } from "../../kit/graphql/connection.ts";
import { Field, Float, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { DateTimeScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Country } from "./country.ts";

@ObjectType({ description: "An earthquake in or around the region." })
export class Earthquake {
  @Field(() => ID, { description: "`USGS:` and the id of the event, which a revision of the catalogue can change." })
  id!: string;
  @Field(() => DateTimeScalar, { description: "Instant at which it began." })
  time!: string;
  @Field(() => Float, { nullable: true, description: "Magnitude, on the scale that the catalogue prefers for it." })
  magnitude!: number | null;
  @Field(() => Float, { nullable: true, description: "Depth in km. Those below the Hindu Kush lie some 200 km deep." })
  depthKm!: number | null;
  @Field(() => Float, { description: "Latitude of the epicentre in decimal degrees (WGS 84)." })
  latitude!: number;
  @Field(() => Float, { description: "Longitude of the epicentre in decimal degrees (WGS 84)." })
  longitude!: number;
  @Field(() => String, { nullable: true, description: "The place in the catalogue's words." })
  place!: string | null;
  @Field(() => Country, { nullable: true, description: "The country that the epicentre lies in; null at sea." })
  country!: Country | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Distance in km from the epicentre to the country asked for, 0 within it; null where none was asked for.",
  })
  distanceKm!: number | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

export const EarthquakeConnection = makeConnection("Earthquake", Earthquake, { entity: false });

import { Directive, Field, Float, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import type { GlacierRecord } from "../records.ts";

@Directive('@key(fields: "wgmsId")')
@ObjectType({ description: "A glacier whose mass is or was measured; most glaciers are not." })
export class Glacier implements Pick<GlacierRecord, "wgmsId" | "name" | "latitude" | "longitude"> {
  @Field(() => ID, { description: "Number of the glacier at the World Glacier Monitoring Service." })
  wgmsId!: string;
  @Field(() => String, { description: "Name as the World Glacier Monitoring Service spells it." })
  name!: string;
  @Field(() => Float, { nullable: true, description: "Latitude of the centre in decimal degrees (WGS 84)." })
  latitude!: number | null;
  @Field(() => Float, { nullable: true, description: "Longitude of the centre in decimal degrees (WGS 84)." })
  longitude!: number | null;
}

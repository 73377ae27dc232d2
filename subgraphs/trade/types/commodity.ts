import { makeConnection } from "../../kit/graphql/connection.ts";
import { Directive, Field, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import type { CommodityRecord } from "../records.ts";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A class of goods." })
export class Commodity implements Pick<CommodityRecord, "id" | "code" | "system" | "level"> {
  @Field(() => ID, { description: "`TOTAL` for all goods, else `<system>:<code>`, such as `HS2022:0702`." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Code within its system, leading zeros kept." })
  code!: string;
  @Field(() => String, {
    nullable: true,
    description: "Classification and its edition: `HS2022` is the Harmonized System of 2022. Null for all goods.",
  })
  system!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Number of digits of the code: 2 for a chapter, 4 for a heading, 0 for all goods.",
  })
  level!: number;
}

export const CommodityConnection = makeConnection("Commodity", Commodity, { entity: true });

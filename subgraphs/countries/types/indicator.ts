import { makeConnection } from "../../kit/graphql/connection.ts";
import { Directive, Field, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { makeSeries } from "../../kit/graphql/series.ts";
import type { CatalogueIndicator } from "../records.ts";
import { Country } from "./country.ts";

@Directive('@key(fields: "id")')
@ObjectType({ description: "Something that is measured, by one publisher's definition." })
export class Indicator implements Pick<CatalogueIndicator, "id" | "description" | "unit" | "vintage"> {
  @Field(() => ID, {
    description:
      "World Bank code as it is; everything else `<PUBLISHER>:<code>`, such as `UNSD:SH_H2O_SAFE`, or `KGZ:_L_KG_060402_1` of a national SDG platform.",
  })
  id!: string;
  @Field(() => String, {
    nullable: true,
    description: "Definition in a sentence or two; the publisher's text is at its source.",
  })
  description?: string;
  @Field(() => String, { nullable: true, description: "Unit of its values." })
  unit!: string;
  @Field(() => String, {
    nullable: true,
    description: "The publisher's release of the shipped figures, such as `2026-07`.",
  })
  vintage!: string | null;
}

@ObjectType({ description: "How much there is of an indicator for one country." })
export class Coverage {
  @Field(() => Country, { nullable: true, description: "The country." })
  country!: Country | null;
  @Field(() => Int, { description: "Number of years with a figure." })
  count!: number;
  @Field(() => Int, { nullable: true, description: "First year with a figure." })
  first!: number | null;
  @Field(() => Int, { nullable: true, description: "Last year with a figure." })
  last!: number | null;
}

export const IndicatorConnection = makeConnection("Indicator", Indicator, { entity: true });
export const Series = makeSeries(Indicator, Country);

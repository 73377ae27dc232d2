import { Directive, Field, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { Provenance } from "../../kit/graphql/values.ts";

@Directive('@key(fields: "id")')
@ObjectType({ description: "The land from which water runs to one river, lake or desert." })
export class Basin {
  @Field(() => ID, { description: "Id in kebab case, such as `amu-darya`." })
  id!: string;
}

@ObjectType({
  description:
    "A country on a river or in a basin. On a river a country comes once for each reach; in a basin once, with its part in the basin.",
})
export class Riparian {
  @Field(() => Int, {
    nullable: true,
    description:
      "1 for the country at the source, rising downstream; banks that face each other share it. Null for a country off the main river.",
  })
  order!: number | null;
  @Field(() => String, { nullable: true, description: "Its part of the river, such as `source` or `left bank`." })
  role!: string | null;
  @Field(() => Provenance, { description: "Where the order and the role come from." })
  provenance!: Provenance;
}

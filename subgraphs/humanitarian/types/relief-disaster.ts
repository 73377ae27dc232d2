import { Field, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { DateScalar, UrlScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Country } from "./entities.ts";

@ObjectType({
  description: "A disaster that ReliefWeb follows: what it is called, its numbers and where to read on.",
})
export class ReliefDisaster {
  @Field(() => ID, { description: "Its number on ReliefWeb." })
  id!: string;
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: "GLIDE number, which publishers share; null where it has none.",
  })
  glide!: string | null;
  @Field(() => String, { nullable: true, description: "`alert`, `ongoing` or `past`; null where it is not told." })
  status!: string | null;
  @Field(() => String, { nullable: true, description: "Main kind, such as `Earthquake`; null where it is not told." })
  type!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Day it began, or else of entry." })
  date!: string | null;
  @Field(() => UrlScalar, { description: "Its page." })
  url!: string;
  @Field(() => [Country], { nullable: true, description: "The countries it touches." })
  countries!: readonly Country[];
  @Field(() => Provenance, { description: "Where the entry comes from." })
  provenance!: Provenance;
}

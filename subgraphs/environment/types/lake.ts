import { Directive, Field, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { Source } from "../../kit/graphql/values.ts";
import { VerticalDatum } from "./enums.ts";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A lake or an inland sea." })
export class Lake {
  @Field(() => ID, { description: "Id in kebab case, such as `aral-sea`." })
  id!: string;
  @Field(() => [String], { nullable: true, description: "Other spellings, those of publishers' files among them." })
  aliases!: readonly string[];
}

@ObjectType({ description: "Levels of a lake above one datum by one source." })
export class LevelSeries {
  @Field(() => VerticalDatum, { description: "The zero that the levels are counted from." })
  datum!: VerticalDatum;
  @Field(() => Source, { description: "Who measures them." })
  source!: Source;
}

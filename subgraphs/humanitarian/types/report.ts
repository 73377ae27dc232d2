import { Field, ID, ObjectType } from "../../kit/graphql/decorators.ts";
import { DateScalar, UrlScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Country } from "./entities.ts";

@ObjectType({
  description: "A report on ReliefWeb: what it is called and where to read it. Its text is its publisher's.",
})
export class ReliefReport {
  @Field(() => ID, { description: "Its number there." })
  id!: string;
  @Field(() => String, { description: "Title." })
  title!: string;
  @Field(() => DateScalar, { nullable: true, description: "Day of publication, or else of entry." })
  date!: string | null;
  @Field(() => UrlScalar, { description: "Its page." })
  url!: string;
  @Field(() => [String], { nullable: true, description: "Short names of who published it." })
  sources!: readonly string[];
  @Field(() => Country, { nullable: true, description: "The country that it is mainly about." })
  country!: Country;
  @Field(() => Provenance, { description: "Where the entry comes from." })
  provenance!: Provenance;
}

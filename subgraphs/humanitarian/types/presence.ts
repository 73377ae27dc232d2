import { makeConnection } from "../../kit/graphql/connection.ts";
import { Field, ObjectType } from "../../kit/graphql/decorators.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Cluster, Organization, Province } from "./entities.ts";

@ObjectType({
  description:
    "That an organisation works for a sector in a province, by the publisher's newest list. It tells nothing of how much is done.",
})
export class OperationalPresence {
  @Field(() => Organization, {
    nullable: true,
    description:
      "The organisation, where its name or else its acronym is that of exactly one in the flows of aid; letters and digits alone count. Null for all others, whose name stands in `organizationName`.",
  })
  organization!: Organization | null;
  @Field(() => String, { description: "Its name as the publisher has it." })
  organizationName!: string;
  @Field(() => String, { nullable: true, description: "Its acronym as the publisher has it." })
  acronym!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Kind of organisation as the publisher names it, such as `International NGO`.",
  })
  organizationType!: string | null;
  @Field(() => String, {
    description:
      "Code of the sector: that of a cluster, or `Cash`, `Multi` (several, not told which) or `Intersectoral` (all).",
  })
  sector!: string;
  @Field(() => Cluster, { nullable: true, description: "The cluster of that code; null for a sector that is none." })
  cluster!: Cluster | null;
  @Field(() => Province, { nullable: true, description: "The province; null where `missing` says why." })
  province!: Province | null;
  @Field(() => [Province], {
    nullable: true,
    description:
      "The districts of it that the list names and whose codes are in hand; empty where it has provinces alone.",
  })
  districts!: readonly Province[];
  @Field(() => String, { nullable: true, description: "Name of the province as the publisher's list has it." })
  place!: string | null;
  @Field(() => String, {
    description: "The period that the list stands for, as an ISO 8601 interval of days; `..` for an end that is open.",
  })
  period!: string;
  @Field(() => Missing, {
    nullable: true,
    description:
      "Why there is no province: `NOT_REPORTED` where the list names the country alone, `NOT_COVERED` where the place has no code that is in hand.",
  })
  missing!: Missing | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

export const OperationalPresenceConnection = makeConnection("OperationalPresence", OperationalPresence, {
  entity: false,
});

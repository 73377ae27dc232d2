import { Field, Float, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import { DateScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Appeal, Cluster, Organization } from "./entities.ts";

export const FundingBasis = describedEnum(
  "FundingBasis",
  "What a reading of the money is made from; the two are never mixed.",
  {
    PUBLISHED: "As the publisher adds it up: in its requirements and funding table, or in its service today.",
    FLOWS: "Computed from single flows as they stood in one snapshot.",
  },
);

@ObjectType({ description: "Money that touches what was asked for and is not in the total, US dollars." })
export class FundingExcluded {
  @Field(() => Float, { description: "Passed on inside: it came in before, and adds nothing." })
  internalUsd!: number;
  @Field(() => Float, { description: "Coming in for several countries or years together, which nobody divides." })
  sharedUsd!: number;
  @Field(() => Float, { description: "Pledged and neither committed nor paid." })
  pledgesUsd!: number;
  @Field(() => Float, {
    description: "What the publisher's files repeat: the same flow stands in the file of each country it touches.",
  })
  duplicatesUsd!: number;
}

@ObjectType({ description: "A part of a total." })
export class FundingSlice {
  @Field(() => ID, {
    nullable: true,
    description: "Id of the part; `NOT_SPECIFIED` and `MULTIPLE` are parts of their own.",
  })
  id!: string;
  @Field(() => String, { description: "Name of the part." })
  name!: string;
  @Field(() => Float, { description: "US dollars; may be negative where more was moved out than came in." })
  amountUsd!: number;
  @Field(() => Float, { nullable: true, description: "Part of the total, 1 for all of it." })
  share!: number | null;
  @Field(() => Float, { nullable: true, description: "What was asked for, US dollars, as last revised." })
  requirementUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Amount over requirement, 1 for all of it; not capped, null without a requirement.",
  })
  coverage!: number | null;
  @Field(() => Organization, { nullable: true, description: "The organisation, in a list of organisations." })
  organization!: Organization | null;
  @Field(() => Cluster, { nullable: true, description: "The cluster, in a list of clusters." })
  cluster!: Cluster | null;
  @Field(() => Appeal, { nullable: true, description: "The appeal, in a list of appeals." })
  appeal!: Appeal | null;
}

@ObjectType({
  description:
    "Money to national and local NGOs, US dollars. Organisations whose kind is not known do not count as local.",
})
export class Localisation {
  @Field(() => Float, { description: "Given to them straight from outside." })
  directUsd!: number;
  @Field(() => Float, { nullable: true, description: "That over the total, 1 for all of it." })
  directShare!: number | null;
  @Field(() => Float, { description: "Passed on to them inside by pooled funds and others: in the total already." })
  throughIntermediariesUsd!: number;
}

@ObjectType({
  description:
    "How long it takes until a decision is known, in days, over all flows that touch what was asked for and state both dates.",
})
export class Timeliness {
  @Field(() => Float, { nullable: true, description: "Median of days from decision to first report." })
  decisionToReportMedianDays!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Days from decision to first report that nine in ten flows stay within.",
  })
  decisionToReportP90Days!: number | null;
  @Field(() => Float, { nullable: true, description: "Median of days from decision to publication." })
  decisionToPublicationMedianDays!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Days from decision to publication that nine in ten flows stay within.",
  })
  decisionToPublicationP90Days!: number | null;
}

@ObjectType({ description: "Humanitarian money for a country and year, or for an appeal, as of one day." })
export class Funding {
  @Field(() => Float, {
    nullable: true,
    description:
      "Paid and committed money from outside, for this country and year or this appeal alone, US dollars; null when missing.",
  })
  totalUsd!: number | null;
  @Field(() => Missing, { nullable: true, description: "Why there is no total." })
  missing!: Missing | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "What appeals ask for, US dollars, as last revised; null without one, and when appeals overlap, since their requirements do not add up.",
  })
  requirementUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Money of the appeals that have a requirement over that requirement, 1 for all of it; not capped.",
  })
  coverage!: number | null;
  @Field(() => Float, { nullable: true, description: "Part of the total that belongs to no appeal, US dollars." })
  outsideAppealsUsd!: number | null;
  @Field(() => FundingBasis, { description: "What the reading is made from." })
  basis!: keyof typeof FundingBasis;
  @Field(() => Boolean, {
    description:
      "Whether this is a year's total: false when the reading was taken before the year was over, so that more was still to come.",
  })
  complete!: boolean;
  @Field(() => DateScalar, { description: "The day on which it stood so." })
  asOf!: string;
  @Field(() => Int, { nullable: true, description: "Number of flows in the total; null for the published table." })
  flowCount!: number | null;
  @Field(() => FundingExcluded, {
    nullable: true,
    description: "What is not in the total; null for the published table and where the snapshot does not hold it.",
  })
  excluded!: FundingExcluded | null;
  @Field(() => String, { nullable: true, description: "What a reader must know of this reading." })
  note!: string | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

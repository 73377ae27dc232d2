import { makeConnection } from "../../kit/graphql/connection.ts";
import { Field, Float, ID, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { describedEnum } from "../../kit/graphql/described-enum.ts";
import { CountryCode, DateScalar } from "../../kit/graphql/scalars.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import { Organization } from "./entities.ts";

export const Boundary = describedEnum(
  "Boundary",
  "Where a flow lies relative to the country and year, or the appeal, that was asked for.",
  {
    INCOMING: "It brings money in.",
    INTERNAL: "It moves money that is inside already.",
    OUTGOING: "It takes money out.",
  },
);

export const FlowStatus = describedEnum("FlowStatus", "How firm a flow is.", {
  PAID: "The money was handed over.",
  COMMITMENT: "The giver is bound to it.",
  PLEDGE: "Announced only; in no total.",
});

@ObjectType({
  description: "One movement of humanitarian money, as the Financial Tracking Service had it in one snapshot.",
})
export class FundingFlow {
  @Field(() => ID, { description: "The publisher's number of the flow." })
  id!: string;
  @Field(() => Float, { description: "US dollars; 0 or negative on a flow that was divided among its children." })
  amountUsd!: number;
  @Field(() => Float, {
    nullable: true,
    description: "Amount in the currency it was reported in; null for flows reported in US dollars.",
  })
  originalAmount!: number | null;
  @Field(() => String, { nullable: true, description: "Currency it was reported in, where that is not the US dollar." })
  originalCurrency!: string | null;
  @Field(() => FlowStatus, { description: "How firm it is." })
  status!: keyof typeof FlowStatus;
  @Field(() => Boundary, {
    nullable: true,
    description: "Where it lies relative to what was asked for; null when neither a country nor an appeal was.",
  })
  boundary!: keyof typeof Boundary | null;
  @Field(() => Boolean, {
    description:
      "Whether the money is for several countries or years together, so that no single one counts it. Never so within an appeal.",
  })
  shared!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "`Standard`, `Parked` (held by a parent), `Carryover` (spent in a later year) or `Pass through`.",
  })
  flowType!: string;
  @Field(() => String, { nullable: true, description: "`financial` or `in kind`." })
  contributionType!: string;
  @Field(() => String, { nullable: true, description: "How the aid is delivered." })
  method!: string | null;
  @Field(() => [String], {
    nullable: true,
    description: "How far the donor binds the money; null where it is not reported.",
  })
  earmarking!: readonly string[] | null;
  @Field(() => DateScalar, { nullable: true, description: "Date of the flow." })
  date!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Date the donor decided on." })
  decisionDate!: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Date it was first reported." })
  firstReportedDate!: string | null;
  @Field(() => ID, { nullable: true, description: "Number of the flow that it is a part of." })
  parent!: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: "Numbers of the flows that are parts of it; null where the snapshot does not state them.",
  })
  children!: readonly string[] | null;
  @Field(() => String, {
    nullable: true,
    description: "Ways by which it was reported, separated by commas; null where the snapshot does not state them.",
  })
  reportChannel!: string | null;
  @Field(() => Provenance, { description: "The snapshot it was taken from." })
  provenance!: Provenance;
}

@ObjectType({ description: "All flows of one usage year and of some countries, as they stood on one day." })
class FlowSnapshot {
  @Field(() => Int, { description: "Usage year." })
  year!: number;
  @Field(() => DateScalar, { description: "The day on which they stood so." })
  date!: string;
  @Field(() => [CountryCode], {
    description: "Alpha-3 codes of the countries whose every flow of that year is in it: those of others are not held.",
  })
  countries!: readonly string[];
}

@ObjectType("FundingFlowConnection", { description: "A page of a list of flows." })
export class FundingFlowConnection extends makeConnection("FundingFlow", FundingFlow, { entity: false }) {
  @Field(() => DateScalar, { description: "Day of the newest snapshot that the list was taken from." })
  asOf!: string;
  @Field(() => [FlowSnapshot], { description: "The snapshots that the list was taken from, one of each year." })
  snapshots!: readonly FlowSnapshot[];
}

export const OrganizationConnection = makeConnection("Organization", Organization, { entity: true });

@ObjectType({ description: "A flow that stands in both snapshots and not in the same way." })
export class FundingChange {
  @Field(() => ID, { description: "Number of the flow." })
  id!: string;
  @Field(() => Float, { description: "Amount in the earlier snapshot, US dollars." })
  beforeUsd!: number;
  @Field(() => Float, { description: "Amount in the later snapshot, US dollars." })
  afterUsd!: number;
  @Field(() => [String], { description: "Names of what changed." })
  fields!: readonly string[];
}

@ObjectType({ description: "What became of the flows between two snapshots." })
export class FundingChanges {
  @Field(() => DateScalar, { description: "Day of the earlier snapshot: the last one on or before the day asked for." })
  from!: string;
  @Field(() => DateScalar, { description: "Day of the later snapshot: the last one on or before the day asked for." })
  to!: string;
  @Field(() => Float, { description: "By how much the total changed, US dollars." })
  netUsd!: number;
  @Field(() => [FundingFlow], { description: "Flows that stand in the later snapshot alone." })
  added!: FundingFlow[];
  @Field(() => [FundingFlow], { description: "Flows that stand in the earlier snapshot alone." })
  removed!: FundingFlow[];
  @Field(() => [FundingChange], { description: "Flows that stand in both and differ." })
  changed!: FundingChange[];
  @Field(() => String, { nullable: true, description: "What a reader must know of this comparison." })
  note!: string | null;
}

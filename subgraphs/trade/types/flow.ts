import { makeConnection } from "../../kit/graphql/connection.ts";
import { Field, Float, ObjectType } from "../../kit/graphql/decorators.ts";
import { Nature } from "../../kit/graphql/enums.ts";
import { Provenance } from "../../kit/graphql/values.ts";
import type { CommodityRecord, PartnerRecord } from "../records.ts";
import { Commodity } from "./commodity.ts";
import { FlowKind, Frequency, Scope, Valuation } from "./enums.ts";
import { TradePartner } from "./partner.ts";

@ObjectType({ description: "What one side reports of its trade with another in one period." })
export class TradeFlow {
  @Field(() => TradePartner, { description: "Who reports." })
  reporter!: PartnerRecord;
  @Field(() => TradePartner, { description: "With whom it trades." })
  partner!: PartnerRecord;
  @Field(() => FlowKind, { description: "Direction, as the reporter sees it." })
  flow!: FlowKind;
  @Field(() => String, { description: "Period as ISO 8601, such as `2019`." })
  period!: string;
  @Field(() => Frequency, { description: "Length of the period." })
  frequency!: Frequency;
  @Field(() => Commodity, { nullable: true, description: "Which goods." })
  commodity!: CommodityRecord;
  @Field(() => Float, { nullable: true, description: "Value in US dollars at current prices." })
  valueUsd!: number | null;
  @Field(() => Float, { description: "Value in `currency`, as the publisher has it." })
  value!: number;
  @Field(() => String, { description: "ISO 4217 code of the publisher's currency." })
  currency!: string;
  @Field(() => Valuation, { description: "At which border the goods are valued." })
  valuation!: Valuation;
  @Field(() => Scope, { description: "Whether services are counted." })
  scope!: Scope;
  @Field(() => Float, {
    nullable: true,
    description: "Net weight in kilograms; null where the source gives none. The IMF never does.",
  })
  netWeightKg!: number | null;
  @Field(() => Nature, {
    description: "REPORTED; ESTIMATED where the IMF marks it; IMPUTED where it is made from the partner's report.",
  })
  nature!: Nature;
  @Field(() => String, { nullable: true, description: "What a reader must know of this figure." })
  note!: string | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

export const TradeFlowConnection = makeConnection("TradeFlow", TradeFlow, { entity: false });

import { Field, Float, Int, ObjectType } from "../../kit/graphql/decorators.ts";
import { Missing } from "../../kit/graphql/enums.ts";
import type { CommodityRecord, PartnerRecord } from "../records.ts";
import { Commodity } from "./commodity.ts";
import { MirrorStatus } from "./enums.ts";
import { TradeFlow } from "./flow.ts";
import { TradePartner } from "./partner.ts";

@ObjectType({ description: "The same trade as the exporter and as the importer report it." })
export class MirrorPair {
  @Field(() => TradePartner, { description: "Where the goods come from." })
  exporter!: PartnerRecord;
  @Field(() => TradePartner, { description: "Where the goods go." })
  importer!: PartnerRecord;
  @Field(() => Int, { description: "Calendar year." })
  year!: number;
  @Field(() => Commodity, { nullable: true, description: "Which goods." })
  commodity!: CommodityRecord;
  @Field(() => TradeFlow, {
    nullable: true,
    description: "The export as the exporter reports it, free on board; null when it does not.",
  })
  exporterReport!: TradeFlow | null;
  @Field(() => TradeFlow, {
    nullable: true,
    description: "The import as the importer reports it, with freight and insurance; null when it does not.",
  })
  importerReport!: TradeFlow | null;
  @Field(() => Float, {
    nullable: true,
    description: "Importer's figure less exporter's in US dollars; null when a side is missing.",
  })
  gapUsd!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Importer's figure over exporter's; null when a side is missing or the exporter's is 0.",
  })
  ratio!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Difference (importer less exporter) over sum, from -1 to 1; null when a side is missing or both are 0.",
  })
  asymmetry!: number | null;
  @Field(() => MirrorStatus, { description: "Which sides report." })
  status!: MirrorStatus;
  @Field(() => Missing, { nullable: true, description: "Why a side is missing; null when both are there." })
  missing!: Missing | null;
}

@ObjectType({ description: "A pair with the importer's figure brought to the exporter's border." })
export class MirrorAdjusted {
  @Field(() => Float, { description: "The factor by which freight and insurance are taken to raise the value." })
  cifFob!: number;
  @Field(() => Float, { nullable: true, description: "Importer's figure divided by the factor, in US dollars." })
  importerFobUsd!: number | null;
  @Field(() => Float, { nullable: true, description: "Adjusted importer's figure less exporter's, in US dollars." })
  gapUsd!: number | null;
  @Field(() => Float, { nullable: true, description: "Adjusted importer's figure over exporter's." })
  ratio!: number | null;
}

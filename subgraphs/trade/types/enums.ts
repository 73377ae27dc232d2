import { describedEnum } from "../../kit/graphql/described-enum.ts";

export const TradeSource = describedEnum("TradeSource", "Whose trade figures.", {
  IMF: "Direction of Trade Statistics of the International Monetary Fund: goods by partner, in US dollars.",
  COMTRADE:
    "UN Comtrade: goods by partner and class, in US dollars, as countries report them. Asked when it is named, for single years; nothing of it is shipped.",
});
export type TradeSource = keyof typeof TradeSource;

export const FlowKind = describedEnum("FlowKind", "Direction of trade, as the reporter sees it.", {
  EXPORT: "Goods that leave the reporter for the partner.",
  IMPORT: "Goods that enter the reporter from the partner.",
});
export type FlowKind = keyof typeof FlowKind;

export const Valuation = describedEnum("Valuation", "At which point of its way the goods are valued.", {
  FOB: "Free on board: at the exporter's border, without freight and insurance to the importer.",
  CIF: "Cost, insurance and freight: at the importer's border.",
  UNKNOWN: "The publisher does not say.",
});
export type Valuation = keyof typeof Valuation;

export const Scope = describedEnum("Scope", "What is counted as trade.", {
  GOODS: "Goods alone.",
  GOODS_AND_SERVICES: "Goods together with services.",
});
export type Scope = keyof typeof Scope;

export const PartnerKind = describedEnum("PartnerKind", "What a trade partner is.", {
  COUNTRY: "A country or customs area, of today or of the past.",
  GROUP: "A sum of countries that stands beside its members: never to be added to them.",
  UNSPECIFIED: "A partner that is not known or not disclosed; part of the world's total.",
  WORLD: "All partners together.",
});
export type PartnerKind = keyof typeof PartnerKind;

export const MirrorStatus = describedEnum("MirrorStatus", "Which sides of a pair report.", {
  BOTH: "Both sides report.",
  EXPORTER_ONLY: "The exporter alone reports.",
  IMPORTER_ONLY: "The importer alone reports.",
  NEITHER: "No side reports.",
  IMPUTED:
    "Both sides have a figure, but the publisher made one from the other by a factor of 1.06: their gap says nothing.",
});
export type MirrorStatus = keyof typeof MirrorStatus;

export const Frequency = describedEnum("Frequency", "Length of a period.", {
  ANNUAL: "A calendar year.",
  MONTHLY: "A calendar month.",
});
export type Frequency = keyof typeof Frequency;

import { describedEnum } from "../../kit/graphql/described-enum.ts";

export const VerticalDatum = describedEnum(
  "VerticalDatum",
  "The zero from which a water level is counted. Levels above different zeros differ by up to a metre and are never mixed.",
  {
    BALTIC_1977: "Baltic height system of 1977, the zero of the Kronstadt gauge.",
    EGM2008: "Height above the geoid EGM2008.",
    EGM96: "Height above the geoid EGM96.",
    DAHITI_NORMAL: "Normal height as DAHITI computes it from altimetry.",
    RELATIVE: "Counted from a zero that belongs to this series alone.",
    UNKNOWN: "The source does not say.",
  },
);
export type VerticalDatum = keyof typeof VerticalDatum;

export const Resolution = describedEnum("Resolution", "How densely a series of levels is given.", {
  ANNUAL: "One mean for each calendar year.",
  OBSERVATION: "Each single observation.",
});
export type Resolution = keyof typeof Resolution;

export const HazardKind = describedEnum("HazardKind", "What kind of natural hazard it is.", {
  EARTHQUAKE: "An earthquake.",
  FLOOD: "A flood, flash floods among them.",
  DROUGHT: "A drought.",
  WILDFIRE: "A fire of forest, steppe or field.",
  CYCLONE: "A tropical cyclone.",
  VOLCANO: "An eruption.",
  OTHER: "Anything else.",
});
export type HazardKind = keyof typeof HazardKind;

export const AlertLevel = describedEnum("AlertLevel", "How much help from abroad GDACS expects a hazard to call for.", {
  GREEN: "None.",
  ORANGE: "Possibly some.",
  RED: "Likely.",
});
export type AlertLevel = keyof typeof AlertLevel;

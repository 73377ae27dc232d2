import { describedEnum } from "./described-enum.ts";

export const Freshness = describedEnum("Freshness", "Where this answer's figure was taken from.", {
  LIVE: "Fetched from the publisher by this request.",
  CACHED: "Fetched from the publisher earlier and still within its time to live.",
  STALE: "Fetched earlier and past its time to live; a refresh is under way or the publisher does not answer.",
  SNAPSHOT: "From the tables shipped with the graph; `vintage` says of which release.",
});
export type Freshness = keyof typeof Freshness;

export const Nature = describedEnum("Nature", "How a figure came about.", {
  REPORTED: "Reported by a country or an organisation.",
  MEASURED: "Measured by an instrument.",
  MODELLED: "Output of a model.",
  ESTIMATED: "Estimated by the publisher from partial reports.",
  IMPUTED: "Filled in by the publisher where no report exists.",
  PROJECTED: "A projection for a period that has not been observed.",
  DERIVED: "Computed by this graph from other figures, by a rule stated in the note.",
});
export type Nature = keyof typeof Nature;

export const Qualifier = describedEnum("Qualifier", "What a figure stands for when it is not an exact number.", {
  LESS_THAN: "The true value is below the number given.",
  GREATER_THAN: "The true value is above the number given.",
  NOT_APPLICABLE: "The publisher says that the indicator does not apply.",
});
export type Qualifier = keyof typeof Qualifier;

export const Missing = describedEnum("Missing", "Why there is no figure.", {
  NOT_REPORTED: "The reporter gave no figure for this period.",
  NOT_MONITORED: "Nobody measures this here.",
  NOT_COVERED: "The source does not cover this place, period or subject.",
  GAPS: "The figure needs an unbroken record and the record has gaps.",
  NO_RATE: "No dated exchange rate to convert with.",
  NOT_COMPARABLE: "The parts follow different definitions and cannot be combined.",
  NEEDS_KEY: "The source asks for a key that this server does not have.",
  UPSTREAM_DOWN: "The source does not answer and nothing older is kept.",
});
export type Missing = keyof typeof Missing;

export const Language = describedEnum("Language", "Language of a name or title; where it is not known, English.", {
  EN: "English",
  RU: "Russian",
  KK: "Kazakh",
  KY: "Kyrgyz",
  TG: "Tajik",
  TK: "Turkmen",
  UZ: "Uzbek",
  FA: "Persian (Dari)",
  PS: "Pashto",
});
export type Language = keyof typeof Language;

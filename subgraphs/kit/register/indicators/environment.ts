import type { IndicatorRecord } from "../indicator.ts";

/** UNSD:AG_LND_FRST and UNSD:AG_LND_DGRD, which the environment subgraph answers too, are in the tables of countries. */
export const environmentIndicators: readonly IndicatorRecord[] = [
  aquastat("4550", {
    title: "Water stress",
    titleRu: "Водный стресс",
    unit: "% of available freshwater",
    description: "Freshwater taken in a year against renewable freshwater less what rivers need to live.",
    sdgIndicators: ["6.4.2"],
    related: ["UNSD:ER_H2O_STRESS"],
  }),
  aquastat("4188", {
    title: "Total renewable water resources",
    titleRu: "Возобновляемые водные ресурсы, всего",
    unit: "km3 per year",
    description:
      "Water that rains, melts and flows in from abroad in an average year, less what treaties leave to others.",
  }),
  aquastat("4157", {
    title: "Internal renewable water resources",
    titleRu: "Внутренние возобновляемые водные ресурсы",
    unit: "km3 per year",
    description: "River flow and groundwater that an average year brings forth within the country.",
    related: ["ER.H2O.INTR.K3"],
  }),
  aquastat("4263", {
    title: "Freshwater withdrawal",
    titleRu: "Забор пресной воды",
    unit: "km3 per year",
    description: "Freshwater taken from rivers, lakes and the ground for farms, industry and towns.",
    related: ["ER.H2O.FWTL.K3"],
  }),
  aquastat("4192", {
    title: "Dependency ratio",
    titleRu: "Коэффициент зависимости",
    unit: "% of renewable water",
    description: "Share of the renewable water that comes in from other countries.",
  }),
  aquastat("4551", {
    title: "Water use efficiency",
    titleRu: "Эффективность водопользования",
    unit: "US$ per m3",
    description: "Value added in farming, industry and services for a cubic metre of water used.",
    sdgIndicators: ["6.4.1"],
    related: ["UNSD:ER_H2O_WUEYST"],
  }),
  aquastat("4197", {
    title: "Dam capacity",
    titleRu: "Ёмкость водохранилищ",
    unit: "km3",
    description: "Capacity of all reservoirs behind dams taken together.",
  }),
  aquastat("4549", {
    title: "Environmental flow",
    titleRu: "Экологический сток",
    unit: "km3 per year",
    description: "Flow that has to stay in rivers and lakes for what lives in and off them.",
  }),
  jmp("WAT_SM", {
    title: "Safely managed drinking water",
    titleRu: "Безопасно организованное питьевое водоснабжение",
    description: "Share of people with an improved source at home, there when needed and free of contamination.",
    sdgIndicators: ["6.1.1"],
    related: ["UNSD:SH_H2O_SAFE", "SH.H2O.SMDW.ZS"],
  }),
  jmp("WAT_BAS", {
    title: "At least basic drinking water",
    titleRu: "Питьевое водоснабжение не ниже базового уровня",
    description:
      "Share of people with an improved source within half an hour there and back, safely managed ones included.",
    sdgIndicators: ["1.4.1"],
    related: ["UNSD:SP_ACS_BSRVH2O", "SH.H2O.BASW.ZS"],
  }),
];

type Described = Pick<IndicatorRecord, "title" | "titleRu" | "description"> & Partial<IndicatorRecord>;

function aquastat(code: string, indicator: Described & Pick<IndicatorRecord, "unit">): IndicatorRecord {
  return { id: `AQUASTAT:${code}`, source: "AQUASTAT", sdgIndicators: [], related: [], ...indicator };
}

function jmp(code: string, indicator: Described): IndicatorRecord {
  return { id: `JMP:${code}`, source: "JMP", unit: "% of population", sdgIndicators: [], related: [], ...indicator };
}

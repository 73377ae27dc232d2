import type { Nature } from "../../kit/graphql/enums.ts";

/**
 * Codes of the World Bank that another body estimates for every country and year, by the way that body works:
 * UN population estimates and migration; the inter-agency groups on child mortality, HIV, immunisation and tuberculosis;
 * WHO causes of death; JMP water and sanitation; FAO undernourishment; EDGAR emissions; electricity access.
 */
const estimated = [
  "AG.LND.EL5M",
  "EG.ELC.ACCS",
  "EN.ATM.CO2E",
  "EN.ATM.GHGT",
  "EN.ATM.METH",
  "EN.ATM.NOXE",
  "EN.GHG.",
  "EN.POP.",
  "EN.URB.",
  "SH.DTH.",
  "SH.DYN.",
  "SH.H2O.",
  "SH.HIV.",
  "SH.IMM.",
  "SH.STA.BASS",
  "SH.STA.DIAB",
  "SH.STA.SMSS",
  "SH.STA.TRAF",
  "SH.TBS.",
  "SL.GDP.",
  "SL.TLF.TOTL",
  "SM.POP.NETM",
  "SM.POP.TOTL",
  "SN.ITK.DEFC",
  "SP.ADO.",
  "SP.DYN.CBRT",
  "SP.DYN.CDRT",
  "SP.DYN.IMRT",
  "SP.DYN.LE00",
  "SP.DYN.TFRT",
  "SP.POP.0014",
  "SP.POP.1564",
  "SP.POP.65UP",
  "SP.POP.DPND",
  "SP.POP.GROW",
  "SP.POP.TOTL",
  "SP.RUR.",
  "SP.URB.",
];

/** Output of a model of exposure, risk or incidence. */
const modelled = ["EN.ATM.PM25", "SH.ANM.", "SH.SGR.CRSK", "SH.SGR.IRSK"];

/** Modelled where the title or the maker says so, estimated for the families above, else reported. */
export function worldBankNature(code: string, title: string): Nature {
  if (/modell?ed/i.test(title) || modelled.some((prefix) => code.startsWith(prefix))) return "MODELLED";
  return estimated.some((prefix) => code.startsWith(prefix)) ? "ESTIMATED" : "REPORTED";
}

/** The nature most of a series' rows have; the first by name where two are as many. */
export function commonNature(natures: readonly Nature[]): Nature {
  const counts = new Map<Nature, number>();
  for (const nature of natures) counts.set(nature, (counts.get(nature) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (!first) throw new Error("No nature to choose from");
  return first[0];
}

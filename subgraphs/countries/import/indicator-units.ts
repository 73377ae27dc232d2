/** Units of World Bank codes whose titles state none, or state something else in parentheses. */
const worldBankUnits: Readonly<Record<string, string>> = {
  "AG.LND.TRAC.ZS": "tractors per 100 km² of arable land",
  "CM.MKT.LDOM.NO": "companies",
  "EN.BIR.THRD.NO": "species",
  "EN.FSH.THRD.NO": "species",
  "EN.HPT.THRD.NO": "species",
  "EN.MAM.THRD.NO": "species",
  "FI.RES.TOTL.CD": "current US$",
  "IC.BUS.EASE.XQ": "rank, 1 = most business-friendly",
  "IP.JRN.ARTC.SC": "articles",
  "IP.PAT.NRES": "applications",
  "IP.PAT.RESD": "applications",
  "IP.TMK.NRES": "applications",
  "IP.TMK.RESD": "applications",
  "IQ.SCI.OVRL": "score, 0 to 100",
  "IS.AIR.DPRT": "departures",
  "IS.SHP.GOOD.TU": "TEU (20-foot equivalent units)",
  "IT.CEL.SETS": "subscriptions",
  "IT.NET.BBND": "subscriptions",
  "MS.MIL.TOTL.P1": "people",
  "PA.NUS.PPPC.RF": "ratio",
  "SE.ENR.PRIM.FM.ZS": "ratio of girls to boys",
  "SE.ENR.PRSC.FM.ZS": "ratio of girls to boys",
  "SE.PRM.ENRL.TC.ZS": "pupils per teacher",
  "SE.PRM.UNER.FE": "children",
  "SE.PRM.UNER.MA": "children",
  "SI.POV.GINI": "index, 0 to 100",
  "SL.TLF.TOTL.IN": "people",
  "SM.POP.NETM": "people",
  "SM.POP.REFG": "people",
  "SM.POP.REFG.OR": "people",
  "SM.POP.TOTL": "people",
  "SP.POP.TOTL": "people",
  "SP.RUR.TOTL": "people",
  "SP.URB.TOTL": "people",
};

/** What a parenthesis says beside the unit: the accounts, how the figure was made, what a difference is taken of. */
const besideTheUnit = /^(BoP|DOD|NFL|modeled estimate|period average|lending rate minus (deposit|treasury bill) rate)$/;
const noUnit = /^(modeled ILO estimate|ATMs|[+-])$/;

export function worldBankUnit(code: string, title: string): string {
  const known = worldBankUnits[code];
  if (known) return known;
  if (code.startsWith("SI.DST.")) return "% of income or consumption";
  const stated = [...title.matchAll(/\(([^()]*)\)/g)]
    .map(([, text = ""]) => text.trim())
    .filter((text) => !noUnit.test(text));
  const unit = stated
    .at(-1)
    ?.split(", ")
    .filter((part) => !besideTheUnit.test(part))
    .join(", ");
  if (!unit) throw new Error(`No unit for ${code}, ${JSON.stringify(title)}`);
  return inOneSpelling(unit, title);
}

/** Units of UNSD series whose title and unit code leave open, or mistake, what one unit is. */
const seriesUnits: Readonly<Record<string, string>> = {
  FB_ATM_TOTL: "per 100,000 adults",
  FB_CBK_BRCH: "per 100,000 adults",
  GC_GOB_TAXD: "% of the domestic budget",
  SG_INF_ACCSS: "year of adoption",
  SH_STA_MALR: "per 1,000 people at risk",
};

const unitCodes: Readonly<Record<string, string>> = {
  bool: "1 = yes, 0 = no",
  cur_lcu_m: "million units of the national currency",
  index: "index",
  number: "number",
  per_1000_live_births: "per 1,000 live births",
  per_100000_live_births: "per 100,000 live births",
  per_100000_emp: "per 100,000 employees",
  per_100000_pop: "per 100,000 people",
  per_10000_pop: "per 10,000 people",
  per_1000_pop: "per 1,000 people",
  per_100_pop: "per 100 people",
  per_marw_20t24y: "% of women aged 20 to 24",
  per_pop_u5: "% of children under 5",
  percent: "%",
  ratio: "ratio",
  score: "score",
};

/** The title's last parenthesis where it says more than the unit code, in the publisher's words. */
export function unsdUnit(code: string, title: string, unitCode: string): string {
  const known = seriesUnits[code];
  if (known) return known;
  const [, stated = ""] = title.match(/\(([^()]*)\)\s*$/) ?? [];
  const fromCode = unitCodes[unitCode];
  if (stated === "" || /^(number|%|probability|ratio)$/.test(stated)) {
    if (!fromCode) throw new Error(`No unit for ${code}, ${unitCode}`);
    return fromCode;
  }
  return inOneSpelling(stated, title);
}

/** Publishers spell one unit in several ways, and leave "per person" to the title. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^annual %$/, "% per year"],
  [/^percentage\b/, "%"],
  [/^Kg$/, "kg"],
  [/^Tonnes$/, "tonnes"],
  [/\b(sq\. km|square kilometres)\b/g, "km²"],
  [/\bcubic meters?\b/g, "m³"],
  [/\b(kilograms|kilogrammes)\b/g, "kg"],
  [/^1 = YES[;,] 0 = NO$/, "1 = yes, 0 = no"],
  [/^1=yes; 0=no$/, "1 = yes, 0 = no"],
  [/\bmicrograms\b/g, "µg"],
  [/\b(million|billion|thousand)s of\b/g, "$1"],
  [/\bUnited States dollars\b|\bUS dollars\b/g, "US$"],
];

function inOneSpelling(stated: string, title: string): string {
  const unit = spellings.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), stated);
  return /\bper capita\b/.test(title) && /(\$|^kg)$/.test(unit) ? `${unit} per person` : unit;
}

import type { ThemeEntry } from "../theme-entry.ts";

/** For each goal the indicators that the six countries have the longest records of. */
const indicators: readonly (readonly [number, string, string, readonly string[]])[] = [
  [1, "No poverty", "Нет бедности", ["SI.POV.DDAY", "SH.H2O.BASW.ZS", "SH.STA.BASS.ZS", "SE.XPD.TOTL.GD.ZS"]],
  [2, "Zero hunger", "Нет голода", ["SN.ITK.DEFC.ZS", "SH.STA.STNT.ZS", "SH.STA.WAST.ZS"]],
  [3, "Good health", "Здоровье", ["SH.DYN.MORT", "SH.STA.MMRT", "SH.TBS.INCD", "SH.STA.TRAF.P5"]],
  [4, "Education", "Образование", ["SE.PRM.CMPT.ZS", "SE.PRE.ENRR", "SE.ENR.PRSC.FM.ZS"]],
  [5, "Gender equality", "Равенство полов", ["SG.GEN.PARL.ZS", "SP.ADO.TFRT"]],
  [6, "Clean water", "Чистая вода", ["SH.H2O.SMDW.ZS", "UNSD:ER_H2O_STRESS", "UNSD:ER_H2O_WUEYST", "SH.STA.BASS.ZS"]],
  [7, "Energy", "Энергия", ["EG.ELC.ACCS.ZS", "EG.FEC.RNEW.ZS", "EG.EGY.PRIM.PP.KD"]],
  [8, "Work and growth", "Труд и рост", ["SL.UEM.TOTL.ZS", "NY.GDP.PCAP.KD.ZG", "SL.GDP.PCAP.EM.KD"]],
  [9, "Industry", "Промышленность", ["UNSD:NV_IND_MANF", "EN.GHG.CO2.RT.GDP.PP.KD", "IT.CEL.SETS.P2"]],
  [10, "Less inequality", "Меньше неравенства", ["UNSD:SL_EMP_GTOTL", "SM.POP.REFG.OR"]],
  [11, "Cities", "Города", ["EN.ATM.PM25.MC.M3", "EN.POP.SLUM.UR.ZS"]],
  [12, "Consumption", "Потребление", ["UNSD:EG_EGY_RNEW", "UNSD:EN_EWT_GENPCAP"]],
  [15, "Life on land", "Суша", ["AG.LND.FRST.ZS", "UNSD:ER_RSK_LST", "UNSD:ER_PTD_MTN", "ER.PTD.TOTL.ZS"]],
  [16, "Institutions", "Институты", ["VC.IHR.PSRC.P5", "UNSD:GF_XPD_GBPC"]],
  [17, "Partnership", "Партнёрство", ["IT.NET.USER.ZS", "IT.NET.BBND.P2", "BX.KLT.DINV.CD.WD"]],
];

export const goals: ThemeEntry = {
  id: "goals",
  title: { en: "Sustainable Development Goals", ru: "Цели устойчивого развития" },
  lead: {
    en: "The six countries goal by goal, each indicator on its own scale.",
    ru: "Шесть стран цель за целью, каждый показатель в своём масштабе.",
  },
  pictures: [
    {
      query: "goal-indicators",
      control: {
        kind: "choice",
        label: { en: "Goal", ru: "Цель" },
        steps: indicators.map(([number, en, ru, ids]) => ({
          label: { en: `${number}. ${en}`, ru: `${number}. ${ru}` },
          parameters: { ids: ids.join(",") },
        })),
      },
    },
  ],
};

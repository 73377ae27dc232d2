/** Series that releases of the SDG Global Database call by two codes: the code of 2022 and later, then the one of 2020. */
const renamed: readonly (readonly [string, string])[] = [
  ["AG_FLS_PCT", "AG_FLS_IDX"],
  ["AG_PRD_FIESMS", "AG_PRD_FIESMSI"],
  ["AG_PRD_FIESMSN", "AG_PRD_FIESMSIN"],
  ["AG_PRD_FIESS", "AG_PRD_FIESSI"],
  ["AG_PRD_FIESSN", "AG_PRD_FIESSIN"],
  ["EG_ACS_ELEC", "EG_ELC_ACCS"],
  ["ER_FFS_CMPT_GDP", "ER_FFS_PRTSPR"],
  ["ER_PTD_FRHWTR", "ER_PTD_FRWRT"],
  ["ER_PTD_MTN", "ER_PTD_MOTN"],
  ["ER_PTD_TERR", "ER_PTD_TERRS"],
  ["ER_RSK_LST", "ER_RSK_LSTI"],
  ["IT_NET_BBND", "IT_NET_BBP"],
  ["IT_NET_BBNDN", "IT_NET_BBN"],
  ["SE_GPI_PTNPRE", "SE_PRE_GPIPARTN"],
  ["SH_DTH_NCD", "SH_DTH_RNCOM"],
  ["SH_MED_DEN", "SH_MED_HEAWOR"],
  ["SH_STA_MORT", "SH_STA_MMR"],
  ["SH_STA_STNT", "SH_STA_STUNT"],
  ["SH_STA_STNTN", "SH_STA_STUNTN"],
  ["SH_STA_WAST", "SH_STA_WASTE"],
  ["SH_STA_WASTN", "SH_STA_WASTEN"],
  ["SH_TBS_INCD", "SH_TBS_INCID"],
  ["SL_EMP_EARN", "SL_EMP_AEARN"],
  ["SN_STA_OVWGT", "SH_STA_OVRWGT"],
  ["SN_STA_OVWGTN", "SH_STA_OVRWGTN"],
  ["VC_DSR_AGLH", "VC_DSR_AGLN"],
  ["VC_DSR_HOLH", "VC_DSR_HOLN"],
  ["VC_DSR_MMHN", "VC_DSR_MTMN"],
  ["VC_PRS_UNSNT", "VC_PRS_UNSEC"],
  ["VC_SNS_WALN_DRK", "VC_SNS_WALN"],
];

const other = new Map(
  renamed.flatMap(([today, before]) => [
    [today, before],
    [before, today],
  ]),
);

/** The codes under which a release may know a series, the given one first. */
export function namesOfSeries(code: string): readonly string[] {
  const alias = other.get(code);
  return alias === undefined ? [code] : [code, alias];
}

import { isInRegion } from "../kit/countries.ts";
import { type ProvenanceRecord, toProvenance } from "../kit/graphql/values.ts";
import { type Catalogue, partnerOf } from "./catalogue.ts";
import { reportOn, whyMissing, world } from "./flows.ts";
import type { FlowRecord, PartnerRecord } from "./records.ts";
import type { TradeSource } from "./types/enums.ts";
import type { PartnerShare, TradeBalance, TradeIndicators, TradeTotal } from "./types/totals.ts";

type Reports = readonly FlowRecord[] | undefined;

/** Whose trade, in which year, as which source has it. */
interface Asked {
  readonly source: TradeSource;
  readonly country: string;
  readonly year: number;
}

export function toTotal({ source, country, year }: Asked, reports: Reports, provenance: ProvenanceRecord): TradeTotal {
  const total = reportOn(reports, world, year);
  return {
    valueUsd: total?.valueUsd ?? null,
    currency: "USD",
    nature: total?.nature ?? "REPORTED",
    scope: "GOODS",
    missing: total ? null : whyMissing(source, country, world, year),
    provenance: toProvenance(provenance),
  };
}

export function toBalance(
  { source, country, year }: Asked,
  { exports, imports }: { exports: Reports; imports: Reports },
  provenance: ProvenanceRecord,
): TradeBalance {
  const exportsUsd = reportOn(exports, world, year)?.valueUsd ?? null;
  const importsUsd = reportOn(imports, world, year)?.valueUsd ?? null;
  const complete = exportsUsd !== null && importsUsd !== null;
  return {
    exportsUsd,
    importsUsd,
    balanceUsd: complete ? exportsUsd - importsUsd : null,
    missing: complete ? null : whyMissing(source, country, world, year),
    provenance: toProvenance(provenance),
  };
}

/** Partners by value, the largest first, without sums of partners; null when there is no World row to compare with. */
export function toShares(reports: Reports, year: number, catalogue: Catalogue): PartnerShare[] | null {
  const total = reportOn(reports, world, year)?.valueUsd;
  if (!total) return null;
  return singlePartners(reports, year, catalogue)
    .map(({ partner, valueUsd, nature }) => ({ partner, valueUsd, nature, share: valueUsd / total }))
    .toSorted((a, b) => b.valueUsd - a.valueUsd || (a.partner.code < b.partner.code ? -1 : 1));
}

export function toIndicators(
  { source, country, year }: Asked,
  { exports, imports }: { exports: Reports; imports: Reports },
  catalogue: Catalogue,
  provenance: ProvenanceRecord,
): TradeIndicators {
  const exported = toShares(exports, year, catalogue);
  const imported = toShares(imports, year, catalogue);
  const before = reportOn(exports, world, year - 1)?.valueUsd;
  const now = reportOn(exports, world, year)?.valueUsd;
  return {
    herfindahlExports: herfindahl(exported),
    herfindahlImports: herfindahl(imported),
    intraRegionalExportShare: sumOfShares(exported, ({ code }) => isInRegion(code)),
    unspecifiedExportShare: sumOfShares(exported, ({ kind }) => kind === "UNSPECIFIED"),
    growthExports: now !== undefined && before ? (now - before) / before : null,
    missing: exported && imported ? null : whyMissing(source, country, world, year),
    provenance: toProvenance(provenance),
  };
}

function singlePartners(reports: Reports = [], year: number, catalogue: Catalogue) {
  return reports
    .filter((report) => report.year === year)
    .map(({ partner, ...report }) => ({ ...report, partner: partnerOf(catalogue, partner) }))
    .filter(({ partner: { kind } }) => kind === "COUNTRY" || kind === "UNSPECIFIED");
}

function herfindahl(shares: readonly PartnerShare[] | null): number | null {
  const countries = shares?.filter(({ partner: { kind } }) => kind === "COUNTRY");
  return countries?.reduce((sum, { share }) => sum + share ** 2, 0) ?? null;
}

function sumOfShares(
  shares: readonly PartnerShare[] | null,
  takes: (partner: PartnerRecord) => boolean,
): number | null {
  return shares?.filter(({ partner }) => takes(partner)).reduce((sum, { share }) => sum + share, 0) ?? null;
}

import { GraphError } from "../kit/errors.ts";
import { requireRange } from "../kit/require.ts";
import { reportOn, requireFewCalls, toTradeFlow, total, whyMissing } from "./flows.ts";
import type { Context } from "./loaders.ts";
import type { CommodityRecord, FlowRecord, PartnerRecord, ReportKey } from "./records.ts";
import type { MirrorStatus, TradeSource } from "./types/enums.ts";
import type { MirrorAdjusted, MirrorPair } from "./types/mirror.ts";

/** The IMF makes the figure of a partner that does not report from the other side's by this factor. */
const imputationFactor = 1.06;
const imputationTolerance = 0.0002;

export interface MirrorQuestion {
  readonly exporter: PartnerRecord;
  readonly importer: PartnerRecord;
  readonly years: readonly number[];
  readonly commodity: CommodityRecord;
  readonly source: TradeSource;
}

/** Both reports of one trade side by side, a pair for each year. */
export async function mirrorPairs(
  { exporter, importer, years, commodity, source }: MirrorQuestion,
  loaders: Context["loaders"],
): Promise<MirrorPair[]> {
  const catalogue = await loaders.catalogue();
  const sidesOf = (year: number) => {
    const asked = { year, commodity: commodity.id };
    const exported: ReportKey = { ...asked, reporter: exporter.code, flow: "EXPORT" };
    const imported: ReportKey = { ...asked, reporter: importer.code, flow: "IMPORT" };
    return { exported, imported };
  };
  const keys = years.map(sidesOf);
  requireFewCalls(
    source,
    keys.flatMap(({ exported, imported }) => [exported, imported]),
  );
  const toSide = (report: FlowRecord | undefined, reports: readonly FlowRecord[] | undefined) =>
    report ? toTradeFlow(report, catalogue, loaders.provenanceOf(source, reports)) : null;
  return Promise.all(
    keys.map(async (key) => {
      const [exports, imports] = await Promise.all([
        loaders.reports(source, key.exported),
        loaders.reports(source, key.imported),
      ]);
      const { year } = key.exported;
      const exported = reportOn(exports, importer.code, year);
      const imported = reportOn(imports, exporter.code, year);
      const isCovered = source === "COMTRADE" || commodity.id === total;
      const reason = isCovered ? whyMissing(source, exporter.code, importer.code, year) : "NOT_COVERED";
      return {
        exporter,
        importer,
        year,
        commodity,
        exporterReport: toSide(exported, exports),
        importerReport: toSide(imported, imports),
        ...compare(exported?.valueUsd, imported?.valueUsd),
        status: statusOf(exported, imported),
        missing: exported && imported ? null : reason,
      };
    }),
  );
}

/** A missing side is no zero: there is no gap to it. */
function compare(exported: number | undefined, imported: number | undefined) {
  if (exported === undefined || imported === undefined) return { gapUsd: null, ratio: null, asymmetry: null };
  const gapUsd = imported - exported;
  const sum = imported + exported;
  return {
    gapUsd,
    ratio: exported === 0 ? null : imported / exported,
    asymmetry: sum === 0 ? null : gapUsd / sum,
  };
}

function statusOf(exported: FlowRecord | undefined, imported: FlowRecord | undefined): MirrorStatus {
  if (!exported) return imported ? "IMPORTER_ONLY" : "NEITHER";
  if (!imported) return "EXPORTER_ONLY";
  const oneIsMade = exported.nature !== "REPORTED" || imported.nature !== "REPORTED";
  const atFactor = Math.abs(imported.valueUsd / exported.valueUsd - imputationFactor) < imputationTolerance;
  return oneIsMade && atFactor ? "IMPUTED" : "BOTH";
}

/** @throws GraphError INVALID_RANGE for a factor that freight and insurance cannot make */
export function adjust({ exporterReport, importerReport }: MirrorPair, cifFob: number): MirrorAdjusted {
  if (!(cifFob >= 1 && cifFob <= 2)) {
    throw new GraphError("INVALID_RANGE", `cifFob is ${cifFob}; give a factor from 1 (no freight) to 2.`);
  }
  const importerFobUsd = importerReport ? importerReport.value / cifFob : null;
  const { gapUsd, ratio } = compare(exporterReport?.value, importerFobUsd ?? undefined);
  return { cifFob, importerFobUsd, gapUsd, ratio };
}

/** @throws GraphError INVALID_RANGE */
export function yearsBetween(from: number, to: number): number[] {
  requireRange(from, to);
  if (from < 1900 || to > 2100) {
    throw new GraphError("INVALID_RANGE", `Years ${from} to ${to}; ask for years from 1900 to 2100.`);
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

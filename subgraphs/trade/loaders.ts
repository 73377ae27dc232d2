import type { ProvenanceRecord } from "../kit/graphql/values.ts";
import { createLoader } from "../kit/source/loader.ts";
import type { Reading, Source } from "../kit/source/source.ts";
import type { Catalogue } from "./catalogue.ts";
import { total } from "./flows.ts";
import type { FlowKey, FlowRecord, ReportKey } from "./records.ts";
import type { TradeSource } from "./types/enums.ts";

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  /** The IMF gives all years of all goods at once, Comtrade one year of one class. */
  readonly flows: {
    readonly IMF: Source<FlowKey, readonly FlowRecord[]>;
    readonly COMTRADE: Source<ReportKey, readonly FlowRecord[]>;
  };
  /** Of the IMF's tables: what no reading is at hand for has a provenance too. */
  readonly provenance: ProvenanceRecord;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, flows, provenance }: LoaderDeps) {
  const imf = createLoader(flows.IMF, ({ reporter, flow }) => `${flow}|${reporter}`);
  const comtrade = createLoader(flows.COMTRADE, ({ reporter, flow, year, commodity }) =>
    [flow, reporter, year, commodity].join("|"),
  );
  const read = new WeakMap<readonly FlowRecord[], ProvenanceRecord>();
  function noted(reading: Reading<readonly FlowRecord[]> | undefined): readonly FlowRecord[] | undefined {
    if (reading) read.set(reading.data, reading);
    return reading?.data;
  }
  const allYears = async (key: FlowKey) => noted(await imf.load(key));
  return {
    catalogue,
    /** Of reports that came from here, or of the shipped tables where none came. Comtrade always gives a reading. */
    provenanceOf: (source: TradeSource, given: readonly FlowRecord[] | undefined): ProvenanceRecord =>
      (given && read.get(given)) ?? { ...provenance, source },
    /** What one area reports to the IMF in one direction; undefined where it has nothing of it. */
    allYears,
    /** What one area reports of a commodity in one direction, of the year asked for and maybe of others. */
    async reports(source: TradeSource, key: ReportKey): Promise<readonly FlowRecord[] | undefined> {
      if (source === "COMTRADE") return noted(await comtrade.load(key));
      // The IMF's tables do not tell goods apart.
      return key.commodity === total ? allYears(key) : undefined;
    },
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}

import type { ProvenanceRecord } from "../kit/graphql/values.ts";
import { createLoader } from "../kit/source/loader.ts";
import type { Source } from "../kit/source/source.ts";
import type { Catalogue } from "./catalogue.ts";
import type { FlowKey, FlowRecord } from "./records.ts";
import type { TradeSource } from "./types/enums.ts";

type FlowSource = Source<FlowKey, readonly FlowRecord[]>;

export interface LoaderDeps {
  /** Read once per process, by whoever asks first. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly flows: Readonly<Record<TradeSource, FlowSource>>;
  /** Of each source's tables: what no reading is at hand for has a provenance too. */
  readonly provenance: Readonly<Record<TradeSource, ProvenanceRecord>>;
}

/** The loaders of one request. */
export function createLoaders({ catalogue, flows, provenance }: LoaderDeps) {
  const reports = { IMF: createLoader(flows.IMF, ({ reporter, flow }) => `${flow}|${reporter}`) };
  const read = new WeakMap<readonly FlowRecord[], ProvenanceRecord>();
  return {
    catalogue,
    /** Of reports that `reports` gave, or of the shipped tables where it gave none. */
    provenanceOf: (source: TradeSource, given: readonly FlowRecord[] | undefined): ProvenanceRecord =>
      (given && read.get(given)) ?? provenance[source],
    /** What one area reports in one direction; undefined where a source has nothing of it. */
    async reports(source: TradeSource, key: FlowKey): Promise<readonly FlowRecord[] | undefined> {
      const reading = await reports[source].load(key);
      if (reading) read.set(reading.data, reading);
      return reading?.data;
    },
  };
}

export interface Context {
  readonly loaders: ReturnType<typeof createLoaders>;
}

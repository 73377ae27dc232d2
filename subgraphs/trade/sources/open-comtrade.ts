import { type CacheDeps, cached } from "../../kit/cache/cached.ts";
import { countryNumbers } from "../../kit/countries.ts";
import { atMost } from "../../kit/source/at-most.ts";
import { gather } from "../../kit/source/gather.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import { liveReading } from "../../kit/source/live-reading.ts";
import { eachAlone } from "../../kit/source/one-by-one.ts";
import type { Upstreams } from "../../kit/source/open-upstreams.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { FlowRecord, ReportKey } from "../records.ts";
import { ttl } from "../ttl.ts";
import type { FlowKind, Valuation } from "../types/enums.ts";
import { type ComtradeKey, type ComtradeRecord, createComtrade } from "./comtrade.ts";

type ReportSource = Source<ReportKey, readonly FlowRecord[]>;

export interface OpenComtradeDeps extends CacheDeps {
  readonly upstreams: Upstreams;
}

/** A key is a call, at one a second. */
const mostKeys = 24;

/** Comtrade's figures behind the cache; its terms forbid to hand them on in bulk, so that no table is shipped. */
export function openComtrade({ upstreams, ...deps }: OpenComtradeDeps): ReportSource {
  const upstream = upstreams.open("COMTRADE");
  const reach = { upstream, clock: deps.clock };
  const source = createComtrade({ ...reach, areaCodes: async () => countryNumbers });

  async function read(key: ReportKey, signal?: AbortSignal): Promise<Reading<readonly FlowRecord[]>> {
    const commodity = key.commodity.slice(key.commodity.indexOf(":") + 1);
    const asked: ComtradeKey = { ...key, commodity };
    const reading = (await source.fetch([asked], signal)).get(asked);
    // That there is no report is an answer too: it says when Comtrade was asked.
    return reading ? { ...reading, data: toFlows(key, reading.data) } : liveReading(reach, []);
  }

  const live: ReportSource = {
    id: upstream.id,
    fetch(keys, signal) {
      const calls = eachAlone(keys, (key) => read(key, signal));
      return gather(atMost({ source: upstream.id, most: mostKeys, what: "reports" }, calls));
    },
  };
  const kept = cached(live, {
    ...deps,
    policy: ttl.comtradeFlows,
    operation: "flows",
    keyOf: ({ reporter, flow, year, commodity }) => ({ reporter, flow, year, commodity }),
    tagsOf: ({ reporter }) => [`country:${reporter}`],
  });
  return liveOnly(kept, deps.mode);
}

/** Where a year is reported by two editions of the nomenclature, the newer one counts: they are the same goods twice. */
function toFlows({ reporter, flow, year, commodity }: ReportKey, records: readonly ComtradeRecord[]): FlowRecord[] {
  const [edition = ""] = records.map(({ classification }) => classification).toSorted((a, b) => (a < b ? 1 : -1));
  return records
    .filter(({ classification }) => classification === edition)
    .map(({ partner, valueUsd, netWeightKg, isWeightEstimated, ...amounts }) => ({
      reporter,
      partner,
      flow,
      year,
      valueUsd,
      nature: "REPORTED",
      goods: {
        commodity,
        edition,
        valuation: valuationOf(flow, { ...amounts, valueUsd }),
        netWeightKg,
        isWeightEstimated,
      },
    }));
}

type Amounts = Pick<ComtradeRecord, "valueUsd" | "cifUsd" | "fobUsd">;

/** By which of the two amounts the value is; exports have one alone. */
function valuationOf(flow: FlowKind, { valueUsd, cifUsd, fobUsd }: Amounts): Valuation {
  if (flow === "IMPORT" && cifUsd === valueUsd) return "CIF";
  return fobUsd === valueUsd ? "FOB" : "UNKNOWN";
}

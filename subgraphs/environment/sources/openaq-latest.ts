/**
 * OpenAQ v3, what the stations of a country measured last. https://docs.openaq.org
 *
 * A station's newest values carry only the numbers of its sensors; broken ones report numbers below zero.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import type { LiveDeps } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import { createOpenAq, type StationRecord } from "./openaq.ts";

export interface StationReading {
  readonly station: string;
  readonly provider: string | null;
  readonly isReferenceMonitor: boolean;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly pm25UgM3: number;
}

/** Each is a call of its own, of sixty a minute. */
const mostStations = 3;
const dayMs = 86_400_000;
/** A station that was silent for longer tells nothing of the air of today. */
const newestDays = 7;

const latest = z.object({
  results: z.array(z.object({ datetime: z.object({ utc: z.string() }), value: z.number(), sensorsId: z.number() })),
});

/** The newest hour of some stations by alpha-2 code of the country, reference monitors first; empty where none is heard of. */
export function createOpenAqLatest({ upstream, clock }: LiveDeps): Source<string, readonly StationReading[]> {
  const stations = createOpenAq({ upstream, clock });

  async function newestOf(station: StationRecord, signal?: AbortSignal): Promise<StationReading[]> {
    const { results } = await upstream.get({ path: `/locations/${station.id}/latest`, parse: json(latest), signal });
    const found = results.find(({ sensorsId, value }) => sensorsId === station.sensor && value >= 0);
    if (!found || !isRecent(found.datetime.utc)) return [];
    const { name, provider, isReferenceMonitor } = station;
    const at = new Date(found.datetime.utc).toISOString();
    return [{ station: name, provider, isReferenceMonitor, at, pm25UgM3: found.value }];
  }

  const isRecent = (at: string | null) => at !== null && Date.parse(at) >= clock() - newestDays * dayMs;

  return oneByOne(upstream.id, async (iso, signal) => {
    const reading = (await stations.fetch([iso], signal)).get(iso);
    if (!reading) return undefined;
    const heard = reading.data.filter(({ sensor, lastAt }) => sensor !== null && isRecent(lastAt));
    const chosen = heard
      .toSorted((a, b) => Number(b.isReferenceMonitor) - Number(a.isReferenceMonitor))
      .slice(0, mostStations);
    const data = await Promise.all(chosen.map((station) => newestOf(station, signal)));
    return { ...reading, data: data.flat() };
  });
}

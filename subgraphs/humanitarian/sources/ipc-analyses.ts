/**
 * Acute food insecurity by the Integrated Food Security Phase Classification, from its files on the Humanitarian Data
 * Exchange. https://data.humdata.org/organization/da501ffc-aadb-43f5-9d28-8fa572fd9ce0
 *
 * Rounded parts need not add up to the whole, so the people analysed are kept beside the people in each phase.
 */
import { z } from "zod";
import { SourceMalformed } from "../../kit/source/errors.ts";
import { gather } from "../../kit/source/gather.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { Upstream } from "../../kit/source/upstream.ts";
import { numberCell, readHdxFile } from "./hdx-files.ts";

export interface PhaseRecord {
  /** Month of the analysis, such as `Apr 2023`. */
  readonly analysis: string;
  readonly validity: "CURRENT" | "FIRST_PROJECTION" | "SECOND_PROJECTION";
  readonly from: string;
  readonly to: string;
  /** `1` to `5`, `3+` or `all`. */
  readonly phase: string;
  readonly people: number | null;
  /** 0 to 1. */
  readonly share: number | null;
}

const datasets: Readonly<Record<string, string>> = { AFG: "afghanistan-acute-food-insecurity-country-data" };

const validities: Readonly<Record<string, PhaseRecord["validity"]>> = {
  current: "CURRENT",
  "first projection": "FIRST_PROJECTION",
  "second projection": "SECOND_PROJECTION",
};

const row = z.object({
  "Date of analysis": z.string(),
  "Validity period": z.string(),
  From: z.string(),
  To: z.string(),
  Phase: z.string(),
  Number: numberCell,
  Percentage: numberCell,
});

export interface IpcDeps {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Phases of the whole country by alpha-3 code; countries without a data set are absent. */
export function createIpcAnalyses({ upstream, clock }: IpcDeps): Source<string, readonly PhaseRecord[]> {
  async function read(country: string, dataset: string, signal?: AbortSignal) {
    const file = new RegExp(`^ipc_${country.toLowerCase()}_national_long\\.csv$`);
    const table = await readHdxFile(upstream, { dataset, file, row }, signal);
    if (!table) return new Map<string, Reading<readonly PhaseRecord[]>>();
    const retrievedAt = new Date(clock()).toISOString();
    const data = table.rows.map((each) => toPhase(upstream.id, each));
    return new Map([
      [country, { data, source: upstream.id, freshness: "LIVE" as const, retrievedAt, vintage: table.vintage }],
    ]);
  }
  return {
    id: upstream.id,
    fetch(countries, signal) {
      const known = countries.flatMap((country) => (datasets[country] ? [[country, datasets[country]] as const] : []));
      return gather(
        known.map(([country, dataset]) => ({ keys: [country], read: () => read(country, dataset, signal) })),
      );
    },
  };
}

function toPhase(source: string, found: z.infer<typeof row>): PhaseRecord {
  const validity = validities[found["Validity period"].toLowerCase()];
  if (!validity) throw new SourceMalformed(source, "names a period that is not known here");
  return {
    analysis: found["Date of analysis"],
    validity,
    from: found.From,
    to: found.To,
    phase: found.Phase,
    people: found.Number,
    share: found.Percentage,
  };
}

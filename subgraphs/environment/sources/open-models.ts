import { cached } from "../../kit/cache/cached.ts";
import { liveOnly } from "../../kit/source/live-only.ts";
import type { Source } from "../../kit/source/source.ts";
import { untilFetched } from "../../kit/source/until-fetched.ts";
import type { SubgraphDeps } from "../../kit/subgraph.ts";
import { ttl } from "../ttl.ts";
import type { Place } from "./open-meteo.ts";
import { createOpenMeteoAir, type ModelledAirDay } from "./open-meteo-air.ts";
import { type ClimateDay, type ClimateKey, createOpenMeteoArchive } from "./open-meteo-archive.ts";
import { createOpenMeteoFlood, type DischargeKey, type ModelledDischarge } from "./open-meteo-flood.ts";

export interface ModelSources {
  readonly climate: Source<ClimateKey, readonly ClimateDay[]>;
  /** Null until it is fetched. */
  readonly modelledDischarge: Source<DischargeKey, ModelledDischarge | null>;
  /** Empty until it is fetched. */
  readonly modelledAir: Source<Place, readonly ModelledAirDay[]>;
}

/** The models of Open-Meteo behind the cache. Discharge and air stand beside shipped figures and do not hold them up. */
export function openModels({ upstreams, ...deps }: SubgraphDeps): ModelSources {
  const { clock, mode } = deps;
  const archive = createOpenMeteoArchive({ upstream: upstreams.open("OPEN_METEO_ARCHIVE"), clock });
  const flood: ModelSources["modelledDischarge"] = createOpenMeteoFlood({
    upstream: upstreams.open("OPEN_METEO_FLOOD"),
    clock,
  });
  const air = createOpenMeteoAir({ upstream: upstreams.open("OPEN_METEO_AIR"), clock });
  const at = ({ latitude, longitude }: Place) => ({ latitude, longitude });
  const climate = cached(archive, {
    ...deps,
    policy: ttl.climate,
    operation: "climate",
    keyOf: ({ from, to, ...place }) => ({ ...at(place), from, to }),
  });
  return {
    climate: liveOnly(climate, mode),
    modelledDischarge: cached(flood, {
      ...deps,
      policy: ttl.modelledDischarge,
      operation: "discharge",
      keyOf: ({ normM3s, ...place }) => ({ ...at(place), normM3s }),
      fallback: untilFetched("OPEN_METEO_FLOOD", null),
    }),
    modelledAir: cached(air, {
      ...deps,
      policy: ttl.modelledAir,
      operation: "air",
      keyOf: at,
      fallback: untilFetched("OPEN_METEO_AIR", []),
    }),
  };
}

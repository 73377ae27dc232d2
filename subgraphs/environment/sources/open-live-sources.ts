import type { SubgraphDeps } from "../../kit/subgraph.ts";
import type { LiveSources } from "../loaders.ts";
import { openAirStations } from "./open-air-stations.ts";
import { openEarthquakes } from "./open-earthquakes.ts";
import { openHazards } from "./open-hazards.ts";
import { openModels } from "./open-models.ts";
import { openMonitoredLevels } from "./open-monitored-levels.ts";
import { openWaterAreas } from "./open-water-areas.ts";

/** Every publisher that is asked while the graph runs, behind the cache. */
export function openLiveSources(deps: SubgraphDeps): LiveSources {
  return {
    ...openHazards(deps),
    ...openModels(deps),
    monitoredLevels: openMonitoredLevels(deps),
    waterAreas: openWaterAreas(deps),
    earthquakes: openEarthquakes(deps),
    airStations: openAirStations(deps),
  };
}

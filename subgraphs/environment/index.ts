import { federate } from "../kit/graphql/federate.ts";
import { lazily } from "../kit/lazily.ts";
import { openSnapshot } from "../kit/snapshot/read.ts";
import type { Subgraph } from "../kit/subgraph.ts";
import { loadAtlas } from "./atlas.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { references } from "./references.ts";
import { BasinResolver } from "./resolvers/basin.ts";
import { CountryResolver } from "./resolvers/country.ts";
import { CountryLiveResolver } from "./resolvers/country-live.ts";
import { CountryWaterResolver } from "./resolvers/country-water.ts";
import { DamResolver } from "./resolvers/dam.ts";
import { EventResolver } from "./resolvers/events.ts";
import { GaugeResolver } from "./resolvers/gauge.ts";
import { GlacierResolver } from "./resolvers/glacier.ts";
import { LakeResolver, LevelSeriesResolver } from "./resolvers/lake.ts";
import { RiparianResolver } from "./resolvers/riparian.ts";
import { RiverResolver } from "./resolvers/river.ts";
import { createAtlasParts } from "./sources/atlas-parts.ts";
import { openLiveSources } from "./sources/open-live-sources.ts";
import { probes } from "./sources/probes.ts";
import { createShippedTables } from "./sources/shipped-tables.ts";
import { Basin } from "./types/basin.ts";
import { Country, Indicator } from "./types/country.ts";
import { Dam } from "./types/dam.ts";
import { Glacier } from "./types/glacier.ts";
import { Lake } from "./types/lake.ts";
import { River } from "./types/river.ts";

/** Rivers, lakes, dams and glaciers of the region, and the water, land and air of its countries. */
export const environment: Subgraph = {
  name: "environment",
  probes,
  buildSchema: () =>
    federate({
      resolvers: [
        BasinResolver,
        RiparianResolver,
        RiverResolver,
        GaugeResolver,
        LakeResolver,
        LevelSeriesResolver,
        DamResolver,
        GlacierResolver,
        CountryResolver,
        CountryWaterResolver,
        CountryLiveResolver,
        EventResolver,
      ],
      entities: [Basin, River, Lake, Dam, Glacier, Country, Indicator],
      references,
    }),
  open(deps) {
    const snapshot = openSnapshot("environment");
    const atlas = lazily(() => loadAtlas(snapshot));
    const parts = createAtlasParts(atlas);
    const tables = createShippedTables(snapshot);
    const live = openLiveSources(deps);
    const { clock } = deps;
    return (): Context => ({ loaders: createLoaders({ atlas, parts, clock, ...tables, ...live }) });
  },
};

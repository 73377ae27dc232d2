import { federate } from "../kit/graphql/federate.ts";
import { lazily } from "../kit/lazily.ts";
import { openSnapshot } from "../kit/snapshot/read.ts";
import type { Subgraph } from "../kit/subgraph.ts";
import { loadCatalogue } from "./catalogue.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { toNationalSeries } from "./records.ts";
import { references } from "./references.ts";
import { ComparisonResolver } from "./resolvers/comparison.ts";
import { CountryResolver } from "./resolvers/country.ts";
import { IndicatorResolver } from "./resolvers/indicator.ts";
import { CountryProgressResolver, SdgProgressResolver } from "./resolvers/progress.ts";
import { SdgGoalResolver, SdgIndicatorResolver, SdgTargetResolver } from "./resolvers/sdg.ts";
import { SourceStatusResolver } from "./resolvers/sources.ts";
import { VintagesResolver } from "./resolvers/vintages.ts";
import { readSourceStatuses } from "./source-status.ts";
import { openSeries } from "./sources/open-series.ts";
import { probes } from "./sources/probes.ts";
import { createShippedObservations } from "./sources/shipped-observations.ts";
import { Country } from "./types/country.ts";
import { Indicator } from "./types/indicator.ts";
import { SdgGoal, SdgIndicator, SdgTarget } from "./types/sdg.ts";

/** Countries, their indicators and the Sustainable Development Goals. */
export const countries: Subgraph = {
  name: "countries",
  probes,
  buildSchema: () =>
    federate({
      resolvers: [
        CountryResolver,
        IndicatorResolver,
        SdgGoalResolver,
        SdgTargetResolver,
        SdgIndicatorResolver,
        ComparisonResolver,
        CountryProgressResolver,
        SdgProgressResolver,
        SourceStatusResolver,
        VintagesResolver,
      ],
      entities: [Country, Indicator, SdgGoal, SdgTarget, SdgIndicator],
      references,
    }),
  open(deps) {
    const snapshot = openSnapshot("countries");
    const catalogue = lazily(() => loadCatalogue(snapshot));
    const shipped = createShippedObservations(snapshot, "WORLD_BANK");
    const places = lazily(async () => {
      const { rows } = await snapshot.read("national-series", toNationalSeries);
      return new Map(rows.map((place) => [place.indicator, place]));
    });
    const series = openSeries({ ...deps, shipped: shipped.series, catalogue, places });
    const statuses = () => readSourceStatuses(deps);
    const { coverage } = shipped;
    // With SOURCES=live no shipped table answers for a publisher that is asked.
    const releases = deps.mode === "live" ? [series] : [shipped.series, series];
    return (): Context => ({ loaders: createLoaders({ catalogue, series, releases, coverage, statuses }) });
  },
};

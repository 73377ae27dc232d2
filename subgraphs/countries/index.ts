import { federate } from "../kit/graphql/federate.ts";
import { lazily } from "../kit/lazily.ts";
import { openSnapshot } from "../kit/snapshot/read.ts";
import type { Subgraph } from "../kit/subgraph.ts";
import { loadCatalogue } from "./catalogue.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { references } from "./references.ts";
import { ComparisonResolver } from "./resolvers/comparison.ts";
import { CountryResolver } from "./resolvers/country.ts";
import { IndicatorResolver } from "./resolvers/indicator.ts";
import { CountryProgressResolver, SdgProgressResolver } from "./resolvers/progress.ts";
import { SdgGoalResolver, SdgIndicatorResolver, SdgTargetResolver } from "./resolvers/sdg.ts";
import { SourceStatusResolver } from "./resolvers/sources.ts";
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
      ],
      entities: [Country, Indicator, SdgGoal, SdgTarget, SdgIndicator],
      references,
    }),
  open(deps) {
    const snapshot = openSnapshot("countries");
    const catalogue = lazily(() => loadCatalogue(snapshot));
    const shipped = createShippedObservations(snapshot, "WORLD_BANK");
    const series = openSeries({ ...deps, shipped: shipped.series, catalogue });
    const statuses = () => readSourceStatuses(deps);
    return (): Context => ({ loaders: createLoaders({ catalogue, series, coverage: shipped.coverage, statuses }) });
  },
};

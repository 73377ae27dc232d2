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
import { SdgGoalResolver, SdgIndicatorResolver, SdgTargetResolver } from "./resolvers/sdg.ts";
import { createShippedObservations } from "./sources/shipped-observations.ts";
import { Country } from "./types/country.ts";
import { Indicator } from "./types/indicator.ts";
import { SdgGoal, SdgIndicator, SdgTarget } from "./types/sdg.ts";

/** Countries, their indicators and the Sustainable Development Goals. */
export const countries: Subgraph = {
  name: "countries",
  buildSchema: () =>
    federate({
      resolvers: [
        CountryResolver,
        IndicatorResolver,
        SdgGoalResolver,
        SdgTargetResolver,
        SdgIndicatorResolver,
        ComparisonResolver,
      ],
      entities: [Country, Indicator, SdgGoal, SdgTarget, SdgIndicator],
      references,
    }),
  open() {
    const snapshot = openSnapshot("countries");
    const catalogue = lazily(() => loadCatalogue(snapshot));
    const { series, coverage } = createShippedObservations(snapshot, "WORLD_BANK");
    return (): Context => ({ loaders: createLoaders({ catalogue, series, coverage }) });
  },
};

import { graphql } from "graphql";
import { expect, test } from "vitest";
import { loadCatalogue } from "../../../subgraphs/countries/catalogue.ts";
import { countries } from "../../../subgraphs/countries/index.ts";
import { createLoaders } from "../../../subgraphs/countries/loaders.ts";
import { createShippedObservations } from "../../../subgraphs/countries/sources/shipped-observations.ts";
import { lazily } from "../../../subgraphs/kit/lazily.ts";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";
import { countingSource } from "../../support/counting-source.ts";

test("fifty countries with two indicators each are one call to the source", async () => {
  const snapshot = openSnapshot("countries");
  const shipped = createShippedObservations(snapshot, "WORLD_BANK");
  const series = countingSource(shipped.series);
  const loaders = createLoaders({
    catalogue: lazily(() => loadCatalogue(snapshot)),
    series,
    releases: [],
    coverage: shipped.coverage,
    statuses: async () => [],
  });
  const codes = [...(await loaders.catalogue()).countries.keys()].slice(0, 50);

  const { errors } = await graphql({
    schema: await countries.buildSchema(),
    contextValue: { loaders },
    source: `query ($codes: [CountryCode!]) { countries(codes: $codes) {
      population: indicator(id: "SP.POP.TOTL") { latest { value } }
      gdp: indicator(id: "NY.GDP.MKTP.CD") { latest { value } }
    } }`,
    variableValues: { codes },
  });

  expect(errors).toBeUndefined();
  expect(series.calls).toEqual([100]);
});

import { graphql } from "graphql";
import { expect, test } from "vitest";
import { loadAreas } from "../../../subgraphs/humanitarian/areas.ts";
import { loadCatalogue } from "../../../subgraphs/humanitarian/catalogue.ts";
import { humanitarian } from "../../../subgraphs/humanitarian/index.ts";
import { createLoaders } from "../../../subgraphs/humanitarian/loaders.ts";
import { createShippedFlows } from "../../../subgraphs/humanitarian/sources/shipped-flows.ts";
import { createShippedFunding } from "../../../subgraphs/humanitarian/sources/shipped-tables.ts";
import { lazily } from "../../../subgraphs/kit/lazily.ts";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";
import { countingSource } from "../../support/counting-source.ts";

function countedLoaders() {
  const snapshot = openSnapshot("humanitarian");
  const shipped = createShippedFunding(snapshot);
  const funding = {
    byYear: countingSource(shipped.byYear),
    byAppeal: countingSource(shipped.byAppeal),
    clusters: countingSource(shipped.clusters),
  };
  const flows = countingSource(createShippedFlows(snapshot));
  let tables = 0;
  const counted = <T>(load: () => Promise<T>) =>
    lazily(() => {
      tables++;
      return load();
    });
  const loaders = createLoaders({
    catalogue: counted(() => loadCatalogue(snapshot)),
    areas: counted(() => loadAreas(snapshot)),
    funding,
    flows,
  });
  return { loaders, funding, flows, tablesRead: () => tables };
}

test("fifty country-years of funding with their parts are one call to each source", async () => {
  const { loaders, funding, flows } = countedLoaders();
  const representations = ["AFG", "TJK", "KGZ", "UZB", "TKM"].map((code) => ({ __typename: "Country", code }));
  const years = Array.from(
    { length: 10 },
    (_, i) => `y${i}: funding(year: ${2010 + i}) { totalUsd byAppeal { id } byCluster { id } }`,
  );
  const { errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Country { ${years.join(" ")} } } }`,
    variableValues: { all: representations },
  });
  expect(errors).toBeUndefined();
  expect(funding.byYear.calls).toEqual([50]);
  expect(funding.clusters.calls).toHaveLength(1);
  expect(flows.calls).toEqual([]);
});

test("fifty flows with givers, receivers, clusters and appeals are one call and one read of the catalogue", async () => {
  const { loaders, funding, flows, tablesRead } = countedLoaders();
  const { data, errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: `{ fundingFlows(country: "AFG", year: 2020, first: 50) { nodes { id donors { name } recipients { name } clusters { name } appeal { code fundingUsd } } } }`,
  });
  expect(errors).toBeUndefined();
  expect((data as { fundingFlows: { nodes: unknown[] } }).fundingFlows.nodes).toHaveLength(50);
  expect(flows.calls).toEqual([1]);
  expect(funding.byAppeal.calls).toHaveLength(1);
  expect(tablesRead()).toBe(1);
});

test("every appeal with published and computed money is one call to each source", async () => {
  const { loaders, funding } = countedLoaders();
  const { errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: "{ appeals { code fundingUsd coverage clusters { id } funding { totalUsd } provenance { vintage } } }",
  });
  expect(errors).toBeUndefined();
  expect(funding.byAppeal.calls).toEqual([43]);
  expect(funding.clusters.calls).toEqual([43]);
});

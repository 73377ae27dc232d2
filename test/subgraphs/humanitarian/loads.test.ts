import { graphql } from "graphql";
import { expect, test } from "vitest";
import { loadAreas } from "../../../subgraphs/humanitarian/areas.ts";
import { loadCatalogue } from "../../../subgraphs/humanitarian/catalogue.ts";
import { humanitarian } from "../../../subgraphs/humanitarian/index.ts";
import { createLoaders } from "../../../subgraphs/humanitarian/loaders.ts";
import type { PresenceRecord } from "../../../subgraphs/humanitarian/records/presence.ts";
import type { ReportRecord } from "../../../subgraphs/humanitarian/records/report.ts";
import { createShippedConditions } from "../../../subgraphs/humanitarian/sources/shipped-conditions.ts";
import { createShippedFlows } from "../../../subgraphs/humanitarian/sources/shipped-flows.ts";
import { createShippedFunding } from "../../../subgraphs/humanitarian/sources/shipped-funding.ts";
import { region } from "../../../subgraphs/kit/countries.ts";
import { lazily } from "../../../subgraphs/kit/lazily.ts";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";
import { untilFetched } from "../../../subgraphs/kit/source/until-fetched.ts";
import { countingSource } from "../../support/counting-source.ts";

/** One report of each country. */
function bare(keys: readonly string[]) {
  const read = {
    source: "RELIEFWEB",
    freshness: "LIVE",
    retrievedAt: "2026-11-24T00:00:00.000Z",
    vintage: null,
  } as const;
  const report = (id: string) => ({ id, title: id, url: null, date: null, publishers: [], languages: [] });
  return new Map(keys.map((key) => [key, { ...read, data: [report(key)] }]));
}

/** A list of one organisation in Kabul for each country. */
function lists(keys: readonly string[]) {
  const read = {
    source: "HAPI",
    freshness: "LIVE",
    retrievedAt: "2026-11-24T00:00:00.000Z",
    vintage: null,
  } as const;
  const record = { organization: "Oxfam", acronym: null, organizationType: null, sector: "WSH", place: null };
  const data = [{ ...record, province: "AF01", districts: ["AF0101"], missing: null, from: "2024-07-01", to: null }];
  return new Map(keys.map((key) => [key, { ...read, data }]));
}

function countedLoaders() {
  const snapshot = openSnapshot("humanitarian");
  const shipped = createShippedFunding(snapshot);
  const funding = {
    ...shipped,
    byYear: countingSource(shipped.byYear),
    byAppeal: countingSource(shipped.byAppeal),
    clusters: countingSource(shipped.clusters),
  };
  const flows = countingSource(createShippedFlows(snapshot));
  const shippedConditions = createShippedConditions(snapshot);
  const conditions = {
    ...shippedConditions,
    needs: countingSource(shippedConditions.needs),
    foodSecurity: countingSource(shippedConditions.foodSecurity),
    foodPrices: countingSource(shippedConditions.foodPrices),
    exchangeRates: countingSource(shippedConditions.exchangeRates),
    unhcr: countingSource(shippedConditions.unhcr),
    idmc: countingSource(shippedConditions.idmc),
  };
  const reports = countingSource<string, readonly ReportRecord[]>({
    id: "RELIEFWEB",
    fetch: async (keys) => bare(keys),
  });
  const presence = countingSource<string, readonly PresenceRecord[]>({
    id: "HAPI",
    fetch: async (keys) => lists(keys),
  });
  const plans = countingSource(untilFetched<number, null>("FTS", null));
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
    conditions,
    hapi: { presence, currentRisk: { id: "HAPI", fetch: async () => new Map() } },
    flows,
    liveFlows: { id: "FTS", fetch: async () => new Map() },
    livePlans: { plans, years: () => [2025, 2026, 2027] },
    reliefWeb: { reports, disasters: { id: "RELIEFWEB", fetch: async () => new Map() } },
  });
  return { loaders, funding, plans, conditions, flows, presence, reports, tablesRead: () => tables };
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
  const { loaders, funding, plans } = countedLoaders();
  const { errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source:
      "{ appeals { code fundingUsd coverage clusters { id } funding { totalUsd } overlapsWith { code } provenance { vintage } } }",
  });
  expect(errors).toBeUndefined();
  expect(plans.calls).toEqual([3]);
  expect(funding.byAppeal.calls).toEqual([43]);
  expect(funding.clusters.calls).toEqual([43]);
});

test("needs, food and rates of all provinces are one call to each source and one read of the places", async () => {
  const { loaders, conditions, tablesRead } = countedLoaders();
  const { data, errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: `{ provinces { pcode needs(year: 2024) { missing } foodSecurity { province { pcode } }
      foodPrices(commodity: "Wheat", from: "2024-01-01") { usd province { name } } exchangeRates(from: "2024-01-01") { afnPerUsd } } }`,
  });
  expect(errors).toBeUndefined();
  expect((data as { provinces: unknown[] }).provinces).toHaveLength(34);
  for (const source of [conditions.needs, conditions.foodSecurity, conditions.foodPrices, conditions.exchangeRates]) {
    expect(source.calls).toEqual([34]);
  }
  // The areas, and the catalogue for the clusters of the needs.
  expect(tablesRead()).toBe(2);
});

test("displacement of the six in ten years is one call to each publisher", async () => {
  const { loaders, conditions } = countedLoaders();
  const years = Array.from({ length: 10 }, (_, i) => `y${i}: displacement(year: ${2015 + i}) { estimates { value } }`);
  const { errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Country { ${years.join(" ")} } } }`,
    variableValues: { all: region.map((code) => ({ __typename: "Country", code })) },
  });
  expect(errors).toBeUndefined();
  expect(conditions.unhcr.calls).toEqual([60]);
  expect(conditions.idmc.calls).toEqual([60]);
});

test("who works in all provinces and districts of a country is one list and one read of each table", async () => {
  const { loaders, presence, tablesRead } = countedLoaders();
  const { data, errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: `{ provinces { presence { province { name } cluster { name } } districts { presence { sector } } } }`,
  });
  expect(errors).toBeUndefined();
  const { provinces } = data as { provinces: { presence: unknown[]; districts: { presence: unknown[] }[] }[] };
  expect(provinces.flatMap((province) => province.presence)).toHaveLength(1);
  expect(provinces.flatMap(({ districts }) => districts).flatMap((district) => district.presence)).toHaveLength(1);
  expect(presence.calls).toEqual([1]);
  expect(tablesRead()).toBe(2);
});

test("reports of the region and of one country in it are one call", async () => {
  const { loaders, reports } = countedLoaders();
  const { data, errors } = await graphql({
    schema: await humanitarian.buildSchema(),
    contextValue: { loaders },
    source: `{ all: reliefReports { id } one: reliefReports(country: "KGZ") { url provenance { source { id } } } }`,
  });
  expect(errors).toBeUndefined();
  expect(reports.calls).toEqual([6]);
  expect(data).toMatchObject({
    all: region.map((id) => ({ id })),
    one: [{ url: "https://reliefweb.int/node/KGZ", provenance: { source: { id: "RELIEFWEB" } } }],
  });
});

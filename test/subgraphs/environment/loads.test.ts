import { graphql } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { loadAtlas } from "../../../subgraphs/environment/atlas.ts";
import { environment } from "../../../subgraphs/environment/index.ts";
import { createLoaders, type LiveSources } from "../../../subgraphs/environment/loaders.ts";
import { createAtlasParts } from "../../../subgraphs/environment/sources/atlas-parts.ts";
import { createShippedTables } from "../../../subgraphs/environment/sources/shipped-tables.ts";
import { region } from "../../../subgraphs/kit/countries.ts";
import { provenanceOf } from "../../../subgraphs/kit/graphql/trace-provenance.ts";
import { lazily } from "../../../subgraphs/kit/lazily.ts";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";
import { notingReadings } from "../../../subgraphs/kit/source/loader.ts";
import type { Source } from "../../../subgraphs/kit/source/source.ts";
import { countingSource } from "../../support/counting-source.ts";

const snapshot = openSnapshot("environment");
const atlas = lazily(() => loadAtlas(snapshot));
const parts = createAtlasParts(atlas);
const silent = <Key, T>(id: string): Source<Key, T> => ({ id, fetch: async () => new Map() });
const live: LiveSources = {
  monitoredLevels: silent("GWM"),
  waterAreas: silent("GWW"),
  earthquakes: silent("USGS"),
  hazards: silent("GDACS"),
  glides: silent("GLIDE"),
  climate: silent("OPEN_METEO_ARCHIVE"),
  modelledDischarge: silent("OPEN_METEO_FLOOD"),
  modelledAir: silent("OPEN_METEO_AIR"),
  airStations: silent("OPENAQ"),
};
const fixed = { atlas, parts, clock: () => Date.UTC(2026, 10, 24), ...live };
let schema: Awaited<ReturnType<typeof environment.buildSchema>>;
beforeAll(async () => {
  schema = await environment.buildSchema();
});

test("fifty countries with their water are one call to the source, each indicator and country once", async () => {
  const tables = createShippedTables(snapshot);
  const series = countingSource(tables.series);
  const codes = [...Array(50).keys()].map((index) => ["KAZ", "UZB", "FRA", "DEU", "CHN"][index % 5]);

  const { errors } = await graphql({
    schema,
    contextValue: { loaders: createLoaders({ ...fixed, ...tables, series }) },
    source: `query ($countries: [_Any!]!) { _entities(representations: $countries) { ... on Country {
      code water { stress { latest { value } } derivedStress { value } } } } }`,
    variableValues: { countries: codes.map((code) => ({ __typename: "Country", code })) },
  });

  expect(errors).toBeUndefined();
  expect(series.calls).toEqual([5 * 4]);
});

test("every glacier with its balances, sum and gaps is one call to the source", async () => {
  const tables = createShippedTables(snapshot);
  const balances = countingSource(tables.balances);

  const { errors } = await graphql({
    schema,
    contextValue: { loaders: createLoaders({ ...fixed, ...tables, balances }) },
    source: "{ glaciers { massBalance { value } cumulativeBalance { value } gaps } }",
  });

  expect(errors).toBeUndefined();
  expect(balances.calls).toEqual([20]);
});

test("more than fifty rivers with discharge, flow and norms are one call to the source", async () => {
  const tables = createShippedTables(snapshot);
  const discharge = countingSource(tables.discharge);

  const { data, errors } = await graphql({
    schema,
    contextValue: { loaders: createLoaders({ ...fixed, ...tables, discharge }) },
    source: "{ rivers { discharge { missing } meanFlow { value } gauges { normM3s } } }",
  });

  expect(errors).toBeUndefined();
  expect(data?.["rivers"]).toHaveLength(51);
  expect(discharge.calls).toEqual([21]);
});

test("every lake with its areas and levels is one call to each source", async () => {
  const tables = createShippedTables(snapshot);
  const [areas, levels] = [countingSource(tables.areas), countingSource(tables.levels)];

  const { errors } = await graphql({
    schema,
    contextValue: { loaders: createLoaders({ ...fixed, ...tables, areas, levels }) },
    source: "{ lakes { areas { value } levels { values { value } } } }",
  });

  expect(errors).toBeUndefined();
  expect([areas.calls, levels.calls]).toEqual([[13], [13]]);
});

test("ninety-six dams with their power and country are one call to the source, each dam once", async () => {
  const counted = countingSource(parts);

  const { data, errors } = await graphql({
    schema,
    contextValue: {
      loaders: createLoaders({ ...fixed, parts: counted, ...createShippedTables(snapshot) }),
    },
    source: "{ dams { powerMw power { value } river { id } basin { id } country { code } } }",
  });

  expect(errors).toBeUndefined();
  expect(data?.["dams"]).toHaveLength(96);
  expect(counted.calls).toEqual([96]);
});

test("the live fields of the six are one call to each source, and their earthquakes one question", async () => {
  const counted = {
    earthquakes: countingSource(live.earthquakes),
    hazards: countingSource(live.hazards),
    climate: countingSource(live.climate),
    modelledAir: countingSource(live.modelledAir),
    airStations: countingSource(live.airStations),
  };

  const { errors } = await graphql({
    schema,
    contextValue: { loaders: createLoaders({ ...fixed, ...createShippedTables(snapshot), ...counted }) },
    source: `query ($countries: [_Any!]!) { _entities(representations: $countries) { ... on Country {
      earthquakes { id } hazards { id glide } climate { value } airQuality { value } } } }`,
    variableValues: { countries: region.map((code) => ({ __typename: "Country", code })) },
  });

  expect(errors).toBeUndefined();
  const calls = Object.fromEntries(Object.entries(counted).map(([name, source]) => [name, source.calls]));
  expect(calls).toEqual({ earthquakes: [1], hazards: [6], climate: [6], modelledAir: [6], airStations: [6] });
});

test("the rivers of the region are one question to the flood model", async () => {
  const modelledDischarge = countingSource(live.modelledDischarge);
  const { data, errors } = await graphql({
    schema,
    contextValue: { loaders: createLoaders({ ...fixed, ...createShippedTables(snapshot), modelledDischarge }) },
    source: "{ rivers { id discharge { nature missing } } }",
  });

  expect(errors).toBeUndefined();
  expect(modelledDischarge.calls).toEqual([2]);
  const rivers = data?.["rivers"] as { id: string; discharge: { nature: string; missing: string | null }[] }[];
  expect(rivers.find(({ id }) => id === "amu-darya")?.discharge).toEqual([
    { nature: "MODELLED", missing: "NOT_COVERED" },
  ]);
});

test("what fed an answer is told source by source, also of bare numbers", async () => {
  const makeContext = notingReadings(() => ({
    loaders: createLoaders({ ...fixed, ...createShippedTables(snapshot) }),
  }));
  const sourcesOf = async (source: string) => {
    const contextValue = makeContext();
    const { errors } = await graphql({ schema, contextValue, source });
    expect(errors).toBeUndefined();
    return provenanceOf(contextValue).map((trace) => trace.source);
  };

  expect(await sourcesOf('{ basin(id: "syr-darya") { riparians { originFlowKm3 } } }')).toEqual([
    "CAWATER",
    "UNESCO_PCCP_2003",
  ]);
  expect(await sourcesOf('{ dam(id: "nurek") { powerMw } }')).toEqual(["AQUASTAT_DAMS", "WRI_POWER_PLANTS"]);
  expect(await sourcesOf('{ dam(id: "toktogul") { powerMw } }')).toEqual(["AQUASTAT_DAMS"]);
  expect(await sourcesOf('{ lake(id: "caspian-sea") { levels { values { value } } } }')).toEqual(["DAHITI"]);
});

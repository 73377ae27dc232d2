import { graphql } from "graphql";
import { expect, test } from "vitest";
import { lazily } from "../../../subgraphs/kit/lazily.ts";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";
import { loadCatalogue } from "../../../subgraphs/trade/catalogue.ts";
import { trade } from "../../../subgraphs/trade/index.ts";
import { createLoaders } from "../../../subgraphs/trade/loaders.ts";
import type { FlowRecord, ReportKey } from "../../../subgraphs/trade/records.ts";
import { createShippedFlows } from "../../../subgraphs/trade/sources/shipped-flows.ts";
import { countingSource } from "../../support/counting-source.ts";

const nothing = {
  source: "COMTRADE",
  freshness: "LIVE",
  retrievedAt: "2026-11-24T00:00:00.000Z",
  vintage: null,
} as const;

test("fifty countries with totals, balance and partners are one call to the source and one load of the catalogue", async () => {
  const snapshot = openSnapshot("trade");
  const flows = countingSource(createShippedFlows(snapshot));
  const comtrade = countingSource<ReportKey, readonly FlowRecord[]>({
    id: "COMTRADE",
    fetch: async (keys) => new Map(keys.map((key) => [key, { ...nothing, data: [] }])),
  });
  let catalogues = 0;
  const loaders = createLoaders({
    catalogue: lazily(() => {
      catalogues += 1;
      return loadCatalogue(snapshot);
    }),
    flows: { IMF: flows, COMTRADE: comtrade },
    provenance: { source: "IMF", freshness: "SNAPSHOT", retrievedAt: "2026-01-01T00:00:00Z", vintage: null },
  });
  const { rows } = await snapshot.read("partners", ({ country }) => country || undefined);
  const codes = rows.slice(0, 50);

  const { data, errors } = await graphql({
    schema: await trade.buildSchema(),
    contextValue: { loaders },
    source: `query ($countries: [_Any!]!) { _entities(representations: $countries) { ... on Country {
      code exports(year: 2019) { valueUsd } imports(year: 2019) { valueUsd } tradeBalance(year: 2019) { balanceUsd }
      topPartners(flow: EXPORT, year: 2019) { partner { name country { code } } share }
      there: exports(year: 2019, source: COMTRADE) { valueUsd missing } thereToo: tradeBalance(year: 2019, source: COMTRADE) { balanceUsd }
    } } }`,
    variableValues: { countries: codes.map((code) => ({ __typename: "Country", code })) },
  });

  expect(errors).toBeUndefined();
  expect(data?.["_entities"]).toHaveLength(50);
  expect(flows.calls).toEqual([100]);
  expect(comtrade.calls).toEqual([100]);
  expect(catalogues).toBe(1);
});

test("a question about exports does not read the imports", async () => {
  const snapshot = openSnapshot("trade");
  const read: string[] = [];
  const flows = createShippedFlows({
    ...snapshot,
    readGroups: (table, toGroup) => {
      read.push(table);
      return snapshot.readGroups(table, toGroup);
    },
  });
  await flows.fetch([{ reporter: "KAZ", flow: "EXPORT" }]);
  await flows.fetch([{ reporter: "KGZ", flow: "EXPORT" }]);
  expect(read).toEqual(["imf-exports"]);
});

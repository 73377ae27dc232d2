import { describe, expect, test, vi } from "vitest";
import { flowPath, scriptAfghanistan2020 } from "../../support/fts-pages.ts";
import { liveGateway } from "../../support/live-gateway.ts";
import { recorded } from "../../support/recorded.ts";
import { publisherFiles } from "../../support/shared-data.ts";

const query = `{ country(code: "AFG") { funding(year: 2020) {
  basis totalUsd flowCount missing provenance { freshness source { id } } byCluster { id amountUsd } byDonor { name } byRecipientType { name } } } }`;

const { replay, gateway } = liveGateway();

const fundingOf = async () => (await gateway.ask(query)).data.country.funding;

test("the published table answers at once, and the flows of today when they are fetched", async () => {
  const [first, second] = recorded("fts/flows.json");
  const flows = [...first.data.flows, second.data.flows[1]];
  for (const end of [flows[0].sourceObjects[0], flows[0].destinationObjects[0]]) {
    end.id = `9999${end.id}`;
    if (end.name.startsWith("Germany")) end.name = "A donor of today";
  }
  replay.script(flowPath, { body: { ...first, data: { ...first.data, flows } } });
  await gateway.open({ SOURCES: "auto", FTS_BASE_URL: replay.url });
  expect(await fundingOf()).toMatchObject({ basis: "PUBLISHED", provenance: { freshness: "SNAPSHOT" } });
  await vi.waitFor(async () =>
    expect(await fundingOf()).toMatchObject({
      basis: "FLOWS",
      totalUsd: 606796,
      flowCount: 1,
      byDonor: [{ name: "A donor of today" }],
      byRecipientType: [{ name: "Multilateral Organizations" }],
      provenance: { freshness: "CACHED", source: { id: "FTS" } },
    }),
  );
  expect(replay.requests).toHaveLength(1);
});

test("when the service is down and nothing may stand in for it, the total says so", async () => {
  replay.script(flowPath, { body: { status: "error" } });
  await gateway.open({ SOURCES: "live", FTS_BASE_URL: replay.url });
  expect(await fundingOf()).toMatchObject({ totalUsd: null, missing: "UPSTREAM_DOWN" });
});

test.each(["live", "auto"])("SOURCES=%s: as of a day the service is not asked", async (SOURCES) => {
  await gateway.open({ SOURCES, FTS_BASE_URL: replay.url });
  const today = new Date().toISOString().slice(0, 10);
  const { data, errors } = await gateway.ask(`{
    country(code: "AFG") { past: funding(year: 2020, asOf: "2021-03-12") { totalUsd provenance { freshness } }
      today: funding(year: 2026, asOf: "${today}") { provenance { freshness } } }
    fundingFlows(country: "AFG", year: 2020, asOf: "2021-03-12", first: 1) { totalCount }
    appeal(code: "HAFG20") { funding(asOf: "2021-03-12") { totalUsd provenance { freshness } } } }`);
  expect(errors).toEqual([]);
  const provenance = { freshness: "SNAPSHOT" };
  expect(data).toEqual({
    country: { past: { totalUsd: 725_591_299, provenance }, today: { provenance } },
    fundingFlows: { totalCount: 484 },
    appeal: { funding: { totalUsd: 564_467_765, provenance } },
  });
  expect(replay.requests).toEqual([]);
});

describe.skipIf(!publisherFiles("humanitarian"))("with the recorded pages of Afghanistan in 2020", () => {
  test("the graph answers 725,591,299 US dollars", async () => {
    scriptAfghanistan2020(replay);
    await gateway.open({ SOURCES: "live", FTS_BASE_URL: replay.url });
    const funding = await fundingOf();
    expect(funding).toMatchObject({ basis: "FLOWS", totalUsd: 725_591_299, provenance: { freshness: "LIVE" } });
    expect(replay.requests).toHaveLength(3);
  });
});

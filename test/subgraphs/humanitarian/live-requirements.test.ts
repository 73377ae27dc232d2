import { expect, test, vi } from "vitest";
import { flowPath } from "../../support/fts-pages.ts";
import { liveGateway } from "../../support/live-gateway.ts";
import { recorded } from "../../support/recorded.ts";
import { flash, publishPlans, renamed } from "./plans-of-2026.ts";

const { replay, gateway } = liveGateway();
const { answer } = gateway;
const open = (SOURCES: string) => gateway.open({ SOURCES, FTS_BASE_URL: replay.url });

test("flows of today are held against what is asked for today, and named after its appeals", async () => {
  const [page] = recorded("fts/flows.json");
  const [flow] = page.data.flows;
  const ofUsage = (end: { type: string }[]) =>
    end.map((each) => (each.type === "UsageYear" ? { ...each, name: "2026" } : each));
  const flows = ["1502", "4000"].map((plan, i) => ({
    ...flow,
    id: String(900 + i),
    amountUSD: 50_000_000 * (i + 1),
    sourceObjects: ofUsage(flow.sourceObjects),
    destinationObjects: ofUsage(flow.destinationObjects).map((each) =>
      each.type === "Plan" ? { ...each, id: plan } : each,
    ),
  }));
  publishPlans(replay, [renamed, flash], { body: { ...page, data: { ...page.data, flows }, meta: {} } });
  await open("auto");
  const query = `{ country(code: "AFG") { funding(year: 2026) { basis totalUsd requirementUsd coverage note
    byAppeal { id amountUsd requirementUsd coverage appeal { name } } } } }`;
  await vi.waitFor(
    async () => {
      const { funding } = (await answer(query)).country;
      expect(funding).toMatchObject({ basis: "FLOWS", totalUsd: 150_000_000, requirementUsd: null });
      expect(funding.note).toContain("HAFG26r and FAFG26 overlap");
      expect(funding.byAppeal).toEqual([
        { id: "FAFG26", amountUsd: 100_000_000, requirementUsd: 50_000_000, coverage: 2, appeal: { name: flash.name } },
        { id: "HAFG26r", amountUsd: 50_000_000, requirementUsd: 1e9, coverage: 0.05, appeal: { name: renamed.name } },
      ]);
    },
    { timeout: 15_000 },
  );
});

test("when the plans are not to be had, the money is told without what was asked for, and why", async () => {
  const [page] = recorded("fts/flows.json");
  replay.script(flowPath, { body: { ...page, meta: {} } });
  await open("live");
  const { country } = await answer(
    '{ country(code: "AFG") { funding(year: 2026) { basis requirementUsd coverage note byCluster { requirementUsd } } } }',
  );
  expect(country.funding).toMatchObject({ basis: "FLOWS", requirementUsd: null, coverage: null });
  expect(country.funding.note).toContain("What appeals ask for is not known now");
  expect(country.funding.byCluster.every((slice: { requirementUsd: null }) => slice.requirementUsd === null)).toBe(
    true,
  );
});

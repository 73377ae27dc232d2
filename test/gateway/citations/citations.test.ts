import { expect, onTestFinished, test } from "vitest";
import { startGateway } from "../../support/gateway.ts";
import { startProgram } from "../../support/program.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

interface Citation {
  readonly source: string;
  readonly publisher: string;
  readonly licence: string;
  readonly vintages: string[];
  readonly retrievedAt: string;
  readonly text: string;
  readonly bibtex: string;
}

const gateway = sharedGateway();

/** Only numbers are selected: no field of it names a source. */
const fourParts = `{ country(code: "UZB") {
  indicator(id: "SP.POP.TOTL") { latest { value } }
  water { stress { latest { value } } }
  funding(year: 2022) { totalUsd }
  topPartners(flow: EXPORT, year: 2019, first: 1) { valueUsd }
} }`;

async function cite(url: string, query: string, asked: { header?: string; extensions?: object }): Promise<Citation[]> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(asked.header && { "aryk-citations": asked.header }) },
    body: JSON.stringify({ query, extensions: asked.extensions }),
  });
  const { errors, extensions } = (await response.json()) as {
    errors?: unknown;
    extensions?: { citations?: Citation[] };
  };
  expect(errors).toBeUndefined();
  return extensions?.citations ?? [];
}

test("an answer from four parts cites each source once, though no source was selected", async () => {
  const citations = await cite(gateway.url, fourParts, { header: "true" });
  expect(citations.map(({ source }) => source)).toEqual(["AQUASTAT", "FTS", "IMF", "WORLD_BANK"]);
  const worldBank = citations.find(({ source }) => source === "WORLD_BANK");
  expect(worldBank).toMatchObject({ publisher: "World Bank", licence: "CC-BY-4.0", vintages: ["2026-07"] });
  expect(Number.isNaN(Date.parse(worldBank?.retrievedAt ?? ""))).toBe(false);
  expect(worldBank?.text).toMatch(
    /^World Bank, World Development Indicators\..* Release 2026-07\. Retrieved 2026-.*CC-BY-4\.0\.$/,
  );
  expect(worldBank?.bibtex).toMatch(/^@misc\{world_bank_2026_07,\n {2}title = \{\{World Development Indicators\}\},/);
});

test("the request's extensions ask as well, asking again gives the same, and unasked there are none", async () => {
  const asked = { extensions: { citations: true } };
  const first = await cite(gateway.url, fourParts, asked);
  expect(first).toHaveLength(4);
  expect(await cite(gateway.url, fourParts, asked)).toEqual(first);
  expect(await cite(gateway.url, fourParts, {})).toEqual([]);
});

test("only what fed this answer is cited", async () => {
  const citations = await cite(gateway.url, '{ lake(id: "aral-sea") { areas { value } } }', { header: "true" });
  expect(citations.map(({ source }) => source)).toEqual(["UNESCO_ARAL_2019"]);
  const dams = await cite(gateway.url, '{ dams(country: "TJK") { capacityKm3 } }', { header: "true" });
  expect(dams.map(({ source }) => source)).toEqual(["AQUASTAT_DAMS"]);
  expect(await cite(gateway.url, "{ sdgGoals { number } }", { header: "true" })).toEqual([]);
});

test("a subgraph that runs elsewhere reports its sources, and the gateway cites them", async () => {
  const trade = await startProgram("gateway/subgraph.ts", { args: ["trade"] });
  onTestFinished(() => void trade.process.kill("SIGKILL"));
  const remote = await startGateway({ SUBGRAPH_TRADE_URL: `${trade.url}/graphql` });
  onTestFinished(() => remote.close());
  const citations = await cite(remote.url, fourParts, { header: "true" });
  expect(citations).toEqual(await cite(gateway.url, fourParts, { header: "true" }));
});

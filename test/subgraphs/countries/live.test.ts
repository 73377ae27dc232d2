import { expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";
import type { SeenRequest } from "../../support/upstream.ts";

const six = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"];
const ids = [
  "SP.POP.TOTL",
  "SP.POP.GROW",
  "NY.GDP.MKTP.CD",
  "NY.GDP.PCAP.PP.CD",
  "NY.GNP.PCAP.CD",
  "FP.CPI.TOTL.ZG",
  "NV.AGR.TOTL.ZS",
  "NE.EXP.GNFS.ZS",
  "SH.H2O.BASW.ZS",
  "SN.ITK.DEFC.ZS",
  "SH.STA.MMRT",
  "SH.DYN.MORT",
  "SP.DYN.LE00.IN",
  "SE.PRM.CMPT.ZS",
  "SG.GEN.PARL.ZS",
  "EG.ELC.ACCS.ZS",
  "SL.UEM.TOTL.ZS",
  "IT.NET.USER.ZS",
  "AG.LND.FRST.ZS",
  "SP.URB.TOTL.IN.ZS",
].sort();

const { replay, gateway } = liveGateway();

/** One figure for each country and indicator of the call. */
function figures({ path }: SeenRequest) {
  const [countries = "", indicators = ""] = path.replace("/v2/country/", "").split("/indicator/");
  const rows = countries.split(";").flatMap((country) =>
    indicators.split(";").map((id) => ({
      indicator: { id },
      country: { id: country.slice(0, 2) },
      countryiso3code: country,
      date: "2026",
      value: 12345,
    })),
  );
  return { body: [{ page: 1, pages: 1, per_page: 32500, total: rows.length, lastupdated: "2026-10-01" }, rows] };
}

const path = (countries: readonly string[], indicators: readonly string[]) =>
  `/v2/country/${countries.join(";")}/indicator/${indicators.join(";")}`;

const query = `query ($ids: [ID!]!) { countries { code indicators(ids: $ids) {
  latest { value year provenance { freshness vintage retrievedAt source { id } } } missing } } }`;
const latestOf = (data: { countries: { indicators: { latest: unknown; missing: unknown }[] }[] }) =>
  data.countries.flatMap(({ indicators }) => indicators.map(({ latest, missing }) => latest ?? missing));

test("six countries with twenty indicators are one upstream call, and none the second time", async () => {
  await gateway.open({ SOURCES: "live", WORLD_BANK_BASE_URL: `${replay.url}/v2` });
  const order = (await gateway.ask("{ countries { code } }")).data.countries.map(({ code }: { code: string }) => code);
  replay.script(path(order, ids), figures);

  const first = await gateway.ask(query, { ids });
  expect(first.errors).toEqual([]);
  expect(latestOf(first.data)).toHaveLength(120);
  for (const latest of latestOf(first.data)) {
    expect(latest).toMatchObject({ value: 12345, year: 2026, provenance: { freshness: "LIVE", vintage: "2026-10" } });
  }
  expect(replay.requests).toHaveLength(1);

  const second = await gateway.ask(query, { ids });
  for (const latest of latestOf(second.data)) expect(latest).toMatchObject({ provenance: { freshness: "CACHED" } });
  expect(replay.requests).toHaveLength(1);
  expect(order.toSorted()).toEqual(six.toSorted());
});

test("the shipped figure is served at once while the newer one is fetched behind", async () => {
  await gateway.open({ SOURCES: "auto", WORLD_BANK_BASE_URL: `${replay.url}/v2` });
  replay.script(path(["KAZ"], ["SP.POP.TOTL"]), figures);
  const ask = async () =>
    (
      await gateway.ask(
        '{ country(code: "KAZ") { indicator(id: "SP.POP.TOTL") { latest { value provenance { freshness } } } } }',
      )
    ).data.country.indicator.latest;
  expect(await ask()).toMatchObject({ provenance: { freshness: "SNAPSHOT" } });
  await vi.waitFor(async () => expect(await ask()).toEqual({ value: 12345, provenance: { freshness: "CACHED" } }));
  expect(replay.requests).toHaveLength(1);
});

test("an upstream that fails is a reason, and the sources say how it stands", async () => {
  await gateway.open({
    SOURCES: "live",
    WORLD_BANK_BASE_URL: `${replay.url}/v2`,
    COMTRADE_KEY: "a-very-secret-key",
  });
  replay.script(path(["KAZ"], ["SP.POP.TOTL"]), { body: [{ message: [{ id: "105" }] }] });
  const statusOf = async (id: string) =>
    (
      await gateway.ask(
        "{ sources { source { id } availability needsKey hasKey lastSuccess lastErrorCode lastErrorAt } }",
      )
    ).data.sources.find(({ source }: { source: { id: string } }) => source.id === id);
  expect(await statusOf("WORLD_BANK")).toMatchObject({ availability: "LIVE", lastSuccess: null, lastErrorCode: null });

  const { data, errors } = await gateway.ask(
    '{ country(code: "KAZ") { indicator(id: "SP.POP.TOTL") { latest { value } values { year } missing } } }',
  );
  expect(errors).toEqual([]);
  expect(data.country.indicator).toEqual({ latest: null, values: [], missing: "UPSTREAM_DOWN" });

  expect(await statusOf("WORLD_BANK")).toMatchObject({
    availability: "LIVE",
    lastSuccess: null,
    lastErrorCode: "SOURCE_UNAVAILABLE",
    lastErrorAt: expect.stringMatching(/^20/),
  });
  expect(await statusOf("OPENAQ")).toMatchObject({ availability: "NEEDS_KEY", needsKey: true, hasKey: false });
  expect(await statusOf("COMTRADE")).toMatchObject({ needsKey: false, hasKey: true });
  expect(await statusOf("M49")).toMatchObject({ availability: "SNAPSHOT_ONLY", needsKey: false });
});

test.each([
  [403, "UPSTREAM_DOWN"],
  [406, "UPSTREAM_DOWN"],
  [404, "NOT_COVERED"],
])("what is refused with %d is missing as %s, to the first who asks and to the next", async (status, missing) => {
  await gateway.open({ SOURCES: "live", WORLD_BANK_BASE_URL: `${replay.url}/v2` });
  replay.script(path(["KAZ"], ["SP.POP.TOTL"]), { status, body: "no" });
  for (let ask = 0; ask < 2; ask++) {
    const { data } = await gateway.ask('{ country(code: "KAZ") { indicator(id: "SP.POP.TOTL") { missing } } }');
    expect(data.country.indicator).toEqual({ missing });
  }
  expect(replay.requests).toHaveLength(1);
});

test("what puts countries side by side fails with its source, instead of leaving out the country", async () => {
  await gateway.open({ SOURCES: "live", WORLD_BANK_BASE_URL: `${replay.url}/v2` });
  replay.script("*", { status: 403, body: "" });
  const { data, errors } = await gateway.ask(`{
    compare(indicator: "SP.POP.TOTL", countries: ["KAZ", "UZB"]) { years }
    ranking(indicator: "SP.POP.TOTL") { rank }
    regionalAggregate(indicator: "SP.POP.TOTL", weights: NONE) { values { value } } }`);
  expect(data).toEqual({ compare: null, ranking: null, regionalAggregate: null });
  expect(errors.map(({ path, extensions }) => [path?.[0], extensions.code]).toSorted()).toEqual(
    ["compare", "ranking", "regionalAggregate"].map((field) => [field, "SOURCE_REJECTED"]),
  );
});

test("without upstreams every source is a shipped one, and nothing is asked", async () => {
  await gateway.open({ SOURCES: "snapshot", WORLD_BANK_BASE_URL: `${replay.url}/v2` });
  const { data } = await gateway.ask(
    '{ sources { availability } country(code: "KAZ") { indicator(id: "SP.POP.TOTL") { latest { provenance { freshness } } } } }',
  );
  expect(new Set(data.sources.map(({ availability }: { availability: string }) => availability))).toEqual(
    new Set(["SNAPSHOT_ONLY"]),
  );
  expect(data.country.indicator.latest.provenance.freshness).toBe("SNAPSHOT");
  expect(replay.requests).toHaveLength(0);
});

import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { ask, answer } = sharedGateway();

test("a country and an appeal together are the flows that touch both", async () => {
  const data = await answer(`{
    alone: fundingFlows(appeal: "HAFG26", first: 0) { totalCount }
    home: fundingFlows(country: "AFG", appeal: "HAFG26", first: 0) { totalCount }
    abroad: fundingFlows(country: "TJK", appeal: "HAFG26", first: 0) { totalCount }
    part: fundingFlows(country: "AFG", appeal: "OGLBL20b", first: 10) { totalCount nodes { amountUsd boundary appeal { code } } }
  }`);
  expect(data.alone.totalCount).toBe(310);
  expect(data.home.totalCount).toBe(310);
  expect(data.abroad.totalCount).toBe(0);
  // Relative to the appeal it comes in.
  expect(data.part).toEqual({
    totalCount: 1,
    nodes: [{ amountUsd: 15000000, boundary: "INCOMING", appeal: { code: "OGLBL20b" } }],
  });
});

test("the buckets of the parts of a total are filters, and with the single keys they are all flows", async () => {
  const incoming = 'country: "AFG", year: 2020, boundary: INCOMING';
  const { clusters, ...data } = await answer(`{
    clusters { code }
    all: fundingFlows(${incoming}, first: 1000) { totalCount nodes { clusters { code } } }
    none: fundingFlows(${incoming}, cluster: "NOT_SPECIFIED", first: 1000) { totalCount nodes { clusters { code } } }
    many: fundingFlows(${incoming}, cluster: "MULTIPLE", first: 1000) { totalCount nodes { clusters { code } } }
    donors: fundingFlows(country: "AFG", year: 2026, donor: "NOT_SPECIFIED", first: 1000) { nodes { donors { id } } }
  }`);
  expect(data.all.totalCount).toBe(328);
  expect(new Set(data.none.nodes.map((flow: { clusters: object[] }) => flow.clusters.length))).toEqual(new Set([0]));
  for (const flow of data.many.nodes) expect(flow.clusters.length).toBeGreaterThan(1);
  const single = data.all.nodes.filter((flow: { clusters: object[] }) => flow.clusters.length === 1);
  expect(data.none.totalCount + data.many.totalCount + single.length).toBe(328);
  for (const { donors } of data.donors.nodes) expect(donors).toEqual([]);
  expect(clusters).toHaveLength(21);
});

test("clusters, appeals and organisations are found by the publisher's numbers too", async () => {
  const data = await answer(`{
    code: fundingFlows(cluster: "HEA", first: 0) { totalCount }
    number: fundingFlows(cluster: "7", first: 0) { totalCount }
    donor: fundingFlows(donor: "FTS:2933", first: 0) { totalCount }
    bare: fundingFlows(donor: "2933", first: 0) { totalCount }
    lower: fundingFlows(donor: "fts:2933", first: 0) { totalCount }
    appeal(code: "929") { code }
  }`);
  expect(data.number).toEqual(data.code);
  expect(data.code.totalCount).toBeGreaterThan(400);
  expect(data.bare).toEqual(data.donor);
  expect(data.lower).toEqual(data.donor);
  expect(data.appeal).toEqual({ code: "HAFG20" });
});

test("a list says which snapshots it was taken from, and whose flows they hold", async () => {
  const { all, y2020, march } = await answer(`{
    all: fundingFlows(first: 0) { snapshots { year date countries } }
    y2020: fundingFlows(year: 2020, first: 0) { totalCount snapshots { year date countries } }
    march: fundingFlows(year: 2026, asOf: "2026-03-31", first: 0) { snapshots { date } }
  }`);
  const years = all.snapshots.map(({ year }: { year: number }) => year);
  expect(years).toEqual([2000, 2001, 2002, 2003, 2020, 2021, 2022, 2023, 2026]);
  // Of that year no other country's flows are in hand.
  expect(y2020).toEqual({ totalCount: 484, snapshots: [{ year: 2020, date: "2021-03-12", countries: ["AFG"] }] });
  expect(march.snapshots).toEqual([{ date: "2026-02-20" }]);
});

test("a comparison says what it cannot tell, and takes an appeal as a whole", async () => {
  const { data, errors } = await ask(`{
    bare: fundingChanges(appeal: "HAFG26", from: "2026-02-20", to: "2026-04-17") { netUsd note }
    agreeing: fundingChanges(country: "AFG", year: 2026, appeal: "HAFG26", from: "2026-02-20", to: "2026-04-17") { netUsd }
    same: fundingChanges(country: "AFG", year: 2020, from: "2021-04-01", to: "2025-05-01") { from to netUsd note }
    whole: fundingChanges(country: "AFG", year: 2020, from: "2020-12-31", to: "2025-05-01") { note }
    foreign: fundingChanges(country: "TJK", appeal: "HAFG26", from: "2026-02-20", to: "2026-04-17") { netUsd }
    year: fundingChanges(year: 2020, appeal: "HAFG26", from: "2026-02-20", to: "2026-04-17") { netUsd }
  }`);
  expect(data.bare.netUsd).toBe(55241925);
  expect(data.bare.note).toContain("2026-02-20 holds incoming flows alone");
  expect(data.agreeing).toEqual({ netUsd: 55241925 });
  expect(data.same).toMatchObject({ from: "2021-03-12", to: "2021-03-12", netUsd: 0 });
  expect(data.same.note).toContain("nothing can differ");
  expect(data.whole).toEqual({ note: null });
  expect([data.foreign, data.year]).toEqual([null, null]);
  expect(errors).toMatchObject([
    { path: ["foreign"], extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining("AFG in 2026") },
    { path: ["year"], extensions: { code: "BAD_USER_INPUT" } },
  ]);
});

test("what is not there is refused with what there is", async () => {
  const { data, errors } = await ask(`{
    nowhere: fundingFlows(country: "") { totalCount }
    nobody: appeals(country: "") { code }
    cluster: fundingFlows(cluster: "XYZ") { totalCount }
    name: fundingFlows(donor: "Germany, Government") { totalCount }
    noone: fundingFlows(donor: "Zyx") { totalCount }
    type: organizations(type: "Zoo") { totalCount }
    year: fundingFlows(country: "KAZ", year: 2020) { totalCount }
    place: fundingFlows(country: "DEU") { totalCount }
    past: fundingFlows(country: "AFG", year: 2020, asOf: "2019-12-31") { totalCount }
  }`);
  expect(Object.values(data)).toEqual(Array(9).fill(null));
  const byField = new Map(errors.map(({ path, extensions, message }) => [path?.[0], { ...extensions, message }]));
  expect(byField.get("nowhere")).toMatchObject({ code: "UNKNOWN_COUNTRY" });
  expect(byField.get("nobody")).toMatchObject({ code: "UNKNOWN_COUNTRY" });
  expect(byField.get("cluster")?.suggestions).toHaveLength(21);
  expect(byField.get("name")).toMatchObject({ code: "UNKNOWN_ID", suggestions: ["FTS:4306"] });
  expect(byField.get("name")?.message).toContain("FTS:4306 (Germany, Government of)");
  expect(byField.get("noone")).toMatchObject({ code: "UNKNOWN_ID", suggestions: [] });
  expect(byField.get("noone")?.message).toContain("the plural field lists");
  expect(byField.get("type")?.suggestions).toContain("NGOs");
  expect(byField.get("year")).toMatchObject({ code: "NO_SNAPSHOT", suggestions: [] });
  expect(byField.get("year")?.message).toContain("2000, 2001, 2002, 2003, 2022, 2023, 2026");
  expect(byField.get("place")?.message).toContain("KAZ, KGZ, TJK, TKM, UZB, AFG");
  expect(byField.get("past")).toMatchObject({ code: "NO_SNAPSHOT", suggestions: ["2020-10-12", "2021-03-12"] });
});

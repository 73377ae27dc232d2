import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

interface Flow {
  readonly id: string;
  readonly amountUsd: number;
}

test("flows are paged to the end without loss or repetition", async () => {
  const ids: string[] = [];
  let total = 0;
  for (let after: string | null = null, more = true; more; ) {
    const { data, errors } = await gateway.ask(
      `query ($after: String) { fundingFlows(country: "AFG", year: 2020, asOf: "2021-12-31", first: 100, after: $after) {
        totalCount asOf nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    ids.push(...data.fundingFlows.nodes.map(({ id }: Flow) => id));
    total = data.fundingFlows.totalCount;
    expect(data.fundingFlows.asOf).toBe("2021-03-12");
    after = data.fundingFlows.pageInfo.endCursor;
    more = data.fundingFlows.pageInfo.hasNextPage;
  }
  expect(ids).toHaveLength(484);
  expect(total).toBe(484);
  expect(new Set(ids).size).toBe(484);
});

test("a flow that stands in 27 country files is one flow, shared, and of no country's total", async () => {
  const { data, errors } = await gateway.ask(`{
    fundingFlows(country: "AFG", year: 2026, first: 1000) { nodes { id amountUsd originalAmount originalCurrency status flowType boundary shared donors { name } children parent } }
    all: fundingFlows(first: 0) { totalCount asOf }
  }`);
  expect(errors).toEqual([]);
  const found = data.fundingFlows.nodes.filter(({ id }: Flow) => id === "385472");
  expect(found).toEqual([
    {
      id: "385472",
      amountUsd: 67309391,
      originalAmount: 10096408650,
      originalCurrency: "JPY",
      status: "PAID",
      flowType: "Standard",
      boundary: "INCOMING",
      shared: true,
      donors: [{ name: "Japan, Government of" }],
      children: null,
      parent: null,
    },
  ]);
  const pledge = data.fundingFlows.nodes.find(({ amountUsd }: Flow) => amountUsd === 114000000);
  const [echo] = pledge.donors;
  expect(pledge).toMatchObject({ id: "376036", status: "PLEDGE", boundary: "INCOMING" });
  expect(echo.name).toBe("European Commission's Humanitarian Aid and Civil Protection Department");
  // What is left of a parent after its children, below zero.
  const parked = data.fundingFlows.nodes.find(({ id }: Flow) => id === "346557");
  expect(parked).toMatchObject({ amountUsd: -7195148, originalAmount: -5465906, flowType: "Parked", shared: true });
  expect(data.all.totalCount).toBeGreaterThan(3000);
  expect(data.all.asOf).toBe("2026-04-17");
});

test("the boundary is relative to what is asked: one flow is internal to a country and incoming to its plan", async () => {
  const { data, errors } = await gateway.ask(`{
    country: fundingFlows(country: "AFG", year: 2020, asOf: "2021-03-12", first: 1000) { nodes { id boundary amountUsd } }
    appeal: fundingFlows(appeal: "HAFG20", boundary: INCOMING, asOf: "2021-03-12", first: 1000) { totalCount nodes { id boundary amountUsd status } }
    health: fundingFlows(appeal: "HAFG20", cluster: "Health", donor: "FTS:2933", asOf: "2021-03-12") { nodes { clusters { code } donors { id } } }
    neither: fundingFlows(year: 2020, first: 1) { nodes { boundary } }
  }`);
  expect(errors).toEqual([]);
  const boundaryOf = (nodes: { id: string; boundary: string }[], id: string) =>
    nodes.find((flow) => flow.id === id)?.boundary;
  expect(boundaryOf(data.country.nodes, "217641")).toBe("INTERNAL");
  expect(data.country.nodes.find(({ id }: Flow) => id === "217641").amountUsd).toBe(20017);
  expect(boundaryOf(data.appeal.nodes, "217641")).toBe("INCOMING");
  // New money given by a bank's office in the country enters with the flow.
  expect(boundaryOf(data.country.nodes, "222896")).toBe("INCOMING");
  const sum = data.appeal.nodes.reduce((total: number, { amountUsd }: Flow) => total + amountUsd, 0);
  expect(sum).toBe(564467765);
  for (const flow of data.health.nodes) {
    expect(flow.clusters.map(({ code }: { code: string }) => code)).toContain("HEA");
    expect(flow.donors.map(({ id }: { id: string }) => id)).toContain("FTS:2933");
  }
  expect(data.neither.nodes[0].boundary).toBeNull();
});

test("parents and children are linked", async () => {
  const { data } = await gateway.ask(
    '{ fundingFlows(country: "AFG", year: 2022, first: 1000) { nodes { id parent children amountUsd flowType } } }',
  );
  const flows = new Map(data.fundingFlows.nodes.map((flow: Flow) => [flow.id, flow]));
  // The parent of several years is taken as the newest dump has it.
  expect(flows.get("187709")).toMatchObject({
    amountUsd: 0,
    flowType: "Parked",
    children: ["187710", "187711", "187712", "187713", "187714"],
  });
  expect(flows.get("187713")).toMatchObject({ parent: "187709", children: [] });
});

test("changes between two snapshots add up to the difference of the totals", async () => {
  const { data, errors } = await gateway.ask(`{
    appeal: fundingChanges(appeal: "HAFG26", from: "2026-02-20", to: "2026-04-17") { from to netUsd added { id boundary } changed { fields } }
    country: fundingChanges(country: "AFG", year: 2020, from: "2020-11-30", to: "2022-01-01") {
      from to netUsd added { id } removed { id } changed { id beforeUsd afterUsd fields } }
  }`);
  expect(errors).toEqual([]);
  expect(data.appeal).toMatchObject({ from: "2026-02-20", to: "2026-04-17", netUsd: 55241925 });
  expect(new Set(data.appeal.added.map(({ boundary }: { boundary: string }) => boundary))).toEqual(
    new Set(["INCOMING"]),
  );
  const { country } = data;
  expect(country).toMatchObject({ from: "2020-10-12", to: "2021-03-12", netUsd: 725591299 - 453007689 });
  expect([country.added.length, country.removed.length]).toEqual([158, 5]);
  const amounts = country.changed.filter(
    ({ beforeUsd, afterUsd }: { beforeUsd: number; afterUsd: number }) => beforeUsd !== afterUsd,
  );
  expect(amounts).toHaveLength(27);
  for (const { fields } of amounts) expect(fields).toContain("amountUsd");
});

test("wrong filters, reversed ranges and missing arguments are coded errors with suggestions", async () => {
  const { data, errors } = await gateway.ask(`{
    cluster: fundingFlows(cluster: "HEAL") { totalCount }
    donor: fundingFlows(donor: "FTS:29333") { totalCount }
    appeal: fundingFlows(appeal: "HAFG2O") { totalCount }
    country: fundingFlows(country: "AFX") { totalCount }
    boundary: fundingFlows(boundary: INCOMING) { totalCount }
    page: fundingFlows(first: 1001) { totalCount }
    year: fundingFlows(year: 2015) { totalCount }
    reversed: fundingChanges(appeal: "HAFG26", from: "2026-04-17", to: "2026-02-20") { netUsd }
    subject: fundingChanges(country: "AFG", from: "2020-11-01", to: "2021-04-17") { netUsd }
  }`);
  expect(Object.values(data)).toEqual(Array(9).fill(null));
  const byField = new Map(errors.map(({ path, extensions }) => [path?.[0], extensions]));
  expect(byField.get("cluster")).toMatchObject({ code: "UNKNOWN_ID", suggestions: ["HEA"] });
  expect(byField.get("donor")).toMatchObject({ code: "UNKNOWN_ID", suggestions: expect.arrayContaining(["FTS:2933"]) });
  expect(byField.get("appeal")).toMatchObject({ code: "UNKNOWN_ID" });
  expect(byField.get("country")).toMatchObject({
    code: "UNKNOWN_COUNTRY",
    suggestions: expect.arrayContaining(["AFG"]),
  });
  expect(byField.get("boundary")).toMatchObject({ code: "MISSING_ARGUMENT" });
  expect(byField.get("page")).toMatchObject({ code: "INVALID_PAGE" });
  expect(byField.get("year")).toMatchObject({ code: "NO_SNAPSHOT" });
  expect(byField.get("reversed")).toMatchObject({ code: "INVALID_RANGE" });
  expect(byField.get("subject")).toMatchObject({ code: "MISSING_ARGUMENT" });
});

import { beforeAll, expect, test } from "vitest";
import { roster } from "../../subgraphs/roster.ts";
import { type Answer, startGateway } from "../support/gateway.ts";
import { sharedGateway } from "../support/shared-gateway.ts";
import { startSubgraph } from "../support/subgraph.ts";

const query = `{ countries {
  code
  name(language: RU)
  population: indicator(id: "SP.POP.TOTL") { latest { value year } }
  water { stress { latest { value year } } }
  funding(year: 2026) { totalUsd }
  exports(year: 2019) { valueUsd }
} }`;

/** Which fields of the query each subgraph answers; without countries there is no list to hang the others on. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  environment: ["water"],
  humanitarian: ["funding"],
  trade: ["exports"],
};

const gateway = sharedGateway();
let whole: Answer;
beforeAll(async () => {
  whole = await gateway.ask(query);
});

test("one request joins all four subgraphs for the six", () => {
  expect(whole.errors).toEqual([]);
  const rows = new Map<string, Record<string, unknown>>(
    whole.data.countries.map((row: { code: string }) => [row.code, row]),
  );
  expect([...rows.keys()].sort()).toEqual(["AFG", "KAZ", "KGZ", "TJK", "TKM", "UZB"]);
  expect(rows.get("KAZ")).toMatchObject({ name: "Казахстан", population: { latest: { year: 2025 } } });
  expect(rows.get("UZB")).toMatchObject({
    water: { stress: { latest: { year: 2018, value: expect.closeTo(168.92, 1) } } },
  });
  const funding = [...rows].map(([code, row]) => [code, (row["funding"] as { totalUsd: number }).totalUsd]);
  expect(Object.fromEntries(funding)).toEqual({
    AFG: 243406897,
    KAZ: 1851573,
    KGZ: 705987,
    TJK: 4862578,
    TKM: 49371,
    UZB: 53971,
  });
  for (const row of rows.values()) expect(row["exports"]).toMatchObject({ valueUsd: expect.any(Number) });
});

test.each(Object.keys(fieldsOf))("a dead %s costs exactly its own fields", async (name) => {
  const { data, errors } = await askWithout(name);
  const lost = fieldsOf[name] ?? [];
  expect(data.countries).toEqual(
    whole.data.countries.map((row: Record<string, unknown>) => ({
      ...row,
      ...Object.fromEntries(lost.map((field) => [field, null])),
    })),
  );
  expect(errors.length).toBeGreaterThan(0);
  for (const { path, extensions } of errors) {
    expect(extensions).toEqual({ code: "SUBGRAPH_UNAVAILABLE", serviceName: name });
    expect(path?.[0]).toBe("countries");
  }
});

test("a dead countries costs the list, and the other roots of the same request answer", async () => {
  const { data, errors } = await askWithout(
    "countries",
    '{ countries { code } lake(id: "aral-sea") { id } appeal(code: "HAFG20") { fundingUsd } commodity(code: "0702") { id } }',
  );
  expect(data).toEqual({
    countries: null,
    lake: { id: "aral-sea" },
    appeal: { fundingUsd: 600940338 },
    commodity: { id: "HS2022:0702" },
  });
  expect(errors).toMatchObject([
    { path: ["countries"], extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "countries" } },
  ]);
});

test("every subgraph of the roster is killed here", () => {
  expect([...Object.keys(fieldsOf), "countries"].sort()).toEqual(roster.map(({ name }) => name).sort());
});

/** The answer of a gateway that knew the subgraph behind a URL and now finds nobody there. */
async function askWithout(name: string, question = query): Promise<Answer> {
  const subgraph = await startSubgraph(name);
  const remote = await startGateway({ [`SUBGRAPH_${name.toUpperCase()}_URL`]: subgraph.url });
  try {
    const before = await remote.ask(question);
    expect(before.errors).toEqual([]);
    await subgraph.close();
    return await remote.ask(question);
  } finally {
    await remote.close();
  }
}

import { expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();

const path = "/v2/country/UZB/indicator/NY.GDP.MKTP.CD";
const release = (lastupdated: string, figures: Readonly<Record<string, number>>) => ({
  body: [
    { page: 1, pages: 1, per_page: 32500, total: 1, lastupdated },
    Object.entries(figures).map(([date, value]) => ({
      indicator: { id: "NY.GDP.MKTP.CD" },
      country: { id: "UZ" },
      countryiso3code: "UZB",
      date,
      value,
    })),
  ],
});
const open = (SOURCES: string) => gateway.open({ SOURCES, WORLD_BANK_BASE_URL: `${replay.url}/v2` });
const vintagesOf = async (year: number) =>
  (
    await gateway.ask(
      `query ($year: Int!) { vintages(indicator: "NY.GDP.MKTP.CD", country: "UZ", year: $year) {
        value year missing unit provenance { vintage freshness source { id } } } }`,
      { year },
    )
  ).data.vintages;

test("one release is one value, as the table has it", async () => {
  await open("snapshot");
  const [shipped, ...others] = await vintagesOf(2023);
  expect(others).toEqual([]);
  expect(shipped).toMatchObject({
    year: 2023,
    unit: "current US$",
    provenance: { vintage: "2026-07", freshness: "SNAPSHOT" },
  });
  expect(shipped.value / 1e9).toBeCloseTo(107.5, 1);
});

test("a revised figure stands after the shipped one, and one that a release lacks says so", async () => {
  await open("auto");
  replay.script(path, release("2026-10-15", { "2023": 111e9, "2026": 160e9 }));
  await vi.waitFor(async () => expect(await vintagesOf(2023)).toHaveLength(2));
  expect(await vintagesOf(2023)).toMatchObject([
    { value: expect.closeTo(107.5e9, -9), provenance: { vintage: "2026-07", freshness: "SNAPSHOT" } },
    { value: 111e9, provenance: { vintage: "2026-10", freshness: "CACHED" } },
  ]);
  expect(await vintagesOf(2026)).toMatchObject([
    { value: null, missing: "NOT_REPORTED", provenance: { vintage: "2026-07" } },
    { value: 160e9, missing: null, provenance: { vintage: "2026-10" } },
  ]);
});

test("the release that is shipped already is not told twice", async () => {
  await open("auto");
  replay.script(path, release("2026-07-01", { "2023": 107.5e9 }));
  await vi.waitFor(async () =>
    expect(await vintagesOf(2023)).toMatchObject([{ value: 107.5e9, provenance: { freshness: "CACHED" } }]),
  );
});

test("with SOURCES=live only what the publisher says counts", async () => {
  await open("live");
  replay.script(path, release("2026-10-15", { "2023": 111e9 }));
  expect(await vintagesOf(2023)).toMatchObject([{ value: 111e9, provenance: { vintage: "2026-10" } }]);
});

test("an unknown indicator or country is a coded error", async () => {
  await open("snapshot");
  const { data, errors } = await gateway.ask(
    `{ a: vintages(indicator: "NY.GDP", country: "UZB", year: 2023) { value }
       b: vintages(indicator: "NY.GDP.MKTP.CD", country: "UZX", year: 2023) { value }
       c: vintages(indicator: "KGZ:SH_H2O_SAFE", country: "UZB", year: 2023) { value } }`,
  );
  expect(data).toEqual({ a: null, b: null, c: [] });
  expect(errors.map(({ path, extensions }) => [path?.[0], extensions.code])).toEqual([
    ["a", "UNKNOWN_INDICATOR"],
    ["b", "UNKNOWN_COUNTRY"],
  ]);
});

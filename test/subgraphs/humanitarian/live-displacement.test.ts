import { describe, expect, test, vi } from "vitest";
import { readRows } from "../../../subgraphs/humanitarian/import/publisher-files.ts";
import { liveGateway } from "../../support/live-gateway.ts";
import { publisherFiles } from "../../support/shared-data.ts";

const { replay, gateway } = liveGateway();

const path = "/population/";
const open = (SOURCES: string) => gateway.open({ SOURCES, UNHCR_BASE_URL: replay.url });
const query = (year: number, code = "AFG") => `{ country(code: "${code}") { displacement(year: ${year}) {
  missing note estimates { value population source { id } provenance { freshness } } } } }`;
const displacement = async (year: number, code?: string) =>
  (await gateway.answer(query(year, code))).country.displacement;
interface Estimate {
  readonly value: number;
  readonly source: { readonly id: string };
}
const ofUnhcr = (estimates: Estimate[]) => estimates.filter(({ source }) => source.id === "UNHCR");
const values = (estimates: Estimate[]) => estimates.map(({ value }) => value).sort((a, b) => a - b);

const pair = (coo_iso: string, coa_iso: string, figures: object) => ({
  year: 2024,
  coo_iso,
  coa_iso,
  refugees: 0,
  asylum_seekers: 0,
  returned_refugees: 0,
  idps: 0,
  returned_idps: 0,
  stateless: "-",
  oip: "-",
  ...figures,
});
const reply = (...items: object[]) => ({ body: { page: 1, maxPages: 1, items } });

const patience = { timeout: 10_000 };

test("the shipped table is served at once, and both sides as they stand today when they are fetched", async () => {
  replay.script(path, ({ query: asked }) =>
    asked.has("coo")
      ? reply(
          pair("AFG", "IRN", { refugees: 700 }),
          pair("AFG", "PAK", { refugees: "50" }),
          pair("AFG", "AFG", { idps: 9, refugees: 5 }),
        )
      : reply(pair("PAK", "AFG", { refugees: 30 }), pair("AFG", "AFG", { idps: 9, refugees: 5 })),
  );
  await open("auto");
  const first = ofUnhcr((await displacement(2024)).estimates);
  expect(values(first)).toContain(5_766_586);
  await vi.waitFor(async () => {
    const later = ofUnhcr((await displacement(2024)).estimates);
    expect(later).toMatchObject(later.map(() => ({ provenance: { freshness: "CACHED" } })));
    expect(values(later)).toEqual([0, 0, 0, 0, 9, 30, 750]);
  }, patience);
  expect(replay.requests.map(({ query: asked }) => [asked.get("coo"), asked.get("coa")])).toEqual([
    ["AFG", null],
    [null, "AFG"],
  ]);
});

test("when the service is down the other publisher's figures stay, and the answer says what it lacks", async () => {
  replay.script(path, { status: 503, body: "" });
  await open("live");
  const { estimates, note, missing } = await displacement(2023);
  expect(ofUnhcr(estimates)).toEqual([]);
  expect(estimates.length).toBeGreaterThan(0);
  expect([note, missing]).toEqual([expect.stringContaining("UNHCR does not answer"), null]);
  expect((await displacement(2025, "TKM")).missing).toBe("UPSTREAM_DOWN");
});

test("countries beside the six and years without a census of people are not asked for", async () => {
  await open("auto");
  expect((await displacement(2024, "PAK")).missing).toBe("NOT_COVERED");
  expect((await displacement(1900)).missing).toBe("NOT_REPORTED");
  expect(replay.requests).toEqual([]);
});

describe.skipIf(!publisherFiles("humanitarian"))("with the publisher's own rows", () => {
  test.each(["AFG", "TJK"])("the live figures of %s are those of the shipped table", async (code) => {
    const rows = await readRows(publisherFiles("humanitarian") ?? "", "displacement/unhcr_population_afg_ca.csv.gz");
    const figure = (cell: string | undefined) => (cell === "NULL" || cell === "NA" || !cell ? "-" : cell);
    const items = rows
      .filter((row) => row["year"] === "2024")
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, figure(cell)])));
    replay.script(path, ({ query: asked }) => {
      const side = asked.has("coo") ? "coo" : "coa";
      return reply(...items.filter((item) => item[`${side}_iso`] === code));
    });
    await open("auto");
    const shipped = ofUnhcr((await displacement(2024, code)).estimates);
    expect(shipped.length).toBeGreaterThan(3);
    await vi.waitFor(async () => {
      const live = ofUnhcr((await displacement(2024, code)).estimates);
      expect(live).toMatchObject(live.map(() => ({ provenance: { freshness: "CACHED" } })));
      expect(values(live)).toEqual(values(shipped));
    }, patience);
  });
});

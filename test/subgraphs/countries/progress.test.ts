import { expect, test } from "vitest";
import { assess, pointsOf } from "../../../subgraphs/countries/progress.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const between = (y0: number, t0: number, yi: number, ti: number) => ({
  baseline: { year: t0, value: y0 },
  latest: { year: ti, value: yi },
});

test("drinking water from 55 to 79.8 % between 2015 and 2022 is on track to 100 %", () => {
  const progress = assess({ ...between(55, 2015, 79.8, 2022), target: 100, direction: 1, isShare: true });
  expect(progress).toMatchObject({ status: "ON_TRACK", method: "CAGR_TO_TARGET", projected2030: 100 });
  expect(progress.annualRate).toBeCloseTo(0.0546, 4);
  expect(progress.requiredRate).toBeCloseTo(0.0407, 4);
  expect(progress.ratio).toBeCloseTo(1.34, 2);
});

test.each([
  ["maternal mortality below its target", between(36, 2015, 33, 2023), 70, -1, "ACHIEVED"],
  [
    "maternal mortality that met its target and does not any more",
    between(60, 2015, 75, 2023),
    70,
    -1,
    "DETERIORATING",
  ],
  ["a forest share that stands still, without a target", between(1.2, 2015, 1.2, 2022), undefined, 1, "LIMITED"],
  ["water stress that rises, without a target", between(155, 2015, 169, 2022), undefined, -1, "DETERIORATING"],
  ["half the rate it takes", between(100, 2015, 84, 2022), 50, -1, "LIMITED"],
  ["three quarters of the rate it takes", between(100, 2015, 77.8, 2022), 50, -1, "ACCELERATE"],
] as const)("%s", (_, points, target, direction, status) => {
  expect(assess({ ...points, target, direction, isShare: false }).status).toBe(status);
});

test("towards zero the rates are linear, and a projection does not fall below it", () => {
  const progress = assess({ ...between(10, 2015, 4, 2021), target: 0, direction: -1, isShare: true });
  expect(progress).toMatchObject({ method: "LINEAR_TO_TARGET", annualRate: -1, status: "ON_TRACK", projected2030: 0 });
  expect(progress.ratio).toBeCloseTo(1.5, 10);
});

test("close to a natural limit without a target there is no guess", () => {
  const progress = assess({ ...between(96, 2015, 97, 2022), target: undefined, direction: 1, isShare: true });
  expect(progress).toMatchObject({ status: "NO_DATA", note: expect.stringContaining("natural limit") });
});

test("the baseline is 2015 or the first year after it up to 2018, and the newest must be of 2018 or later", () => {
  const points = (...years: number[]) => years.map((year) => ({ year, value: 1 }));
  expect(pointsOf(points(2014, 2017, 2020))).toMatchObject({ baseline: { year: 2017 }, latest: { year: 2020 } });
  expect(pointsOf(points(2014, 2019, 2020))).toBeUndefined();
  expect(pointsOf(points(2015, 2017))).toBeUndefined();
  expect(pointsOf(points(2018))).toBeUndefined();
});

const gateway = sharedGateway();

test("a country's progress shows every publisher's newest figure beside the status", async () => {
  const { data, errors } = await gateway.ask(
    `{ country(code: "UZB") { sdg(goal: 6) {
    indicator { code } status method ratio spread note
    observations { value year provenance { source { id } } }
    baseline { year value } latest { year value } target { value nature } projected2030 { year nature value }
    series(source: "WORLD_BANK") { indicator { id } }
  } } }`,
  );
  expect(errors).toEqual([]);
  const water = data.country.sdg.find(
    (progress: { indicator: { code: string } }) => progress.indicator.code === "6.1.1",
  );
  expect(water.latest.value).toBeCloseTo(79.8, 1);
  expect(water.target).toEqual({ value: 100, nature: "DERIVED" });
  expect(water.projected2030).toMatchObject({ year: 2030, nature: "PROJECTED" });
  // From 72.33551 % in 2015 to 79.8453 % in 2022, as the World Bank prints them.
  expect(water.status).toBe("ACCELERATE");
  expect(water.ratio).toBeCloseTo(0.651, 3);
  expect(water.series).toEqual([{ indicator: { id: "SH.H2O.SMDW.ZS" } }]);
  expect(
    new Set(water.observations.map((value: { provenance: { source: { id: string } } }) => value.provenance.source.id)),
  ).toContain("UN_SDG");
});

test("all goals of a country are one load, and a goal that does not exist costs its own field", async () => {
  const { data, errors } = await gateway.ask(
    `{ country(code: "KAZ") { code all: sdg { status } none: sdg(goal: 18) { status } } }`,
  );
  expect(data.country.all.length).toBeGreaterThan(60);
  expect(data.country).toMatchObject({ code: "KAZ", none: null });
  expect(errors).toMatchObject([{ path: ["country", "none"], extensions: { code: "UNKNOWN_ID" } }]);
});

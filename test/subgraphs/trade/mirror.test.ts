import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

test("China's exports to Kyrgyzstan in 2019 stand beside Kyrgyzstan's imports to the dollar", async () => {
  const { data, errors } = await gateway.ask(`{ mirror(exporter: "CHN", importer: "KGZ", from: 2019, to: 2019) {
    year status ratio gapUsd asymmetry missing
    exporter { code name country { code } } commodity { id }
    exporterReport { valueUsd value currency flow valuation nature provenance { source { id publisher } freshness vintage } }
    importerReport { valueUsd flow valuation scope period }
    adjusted { cifFob importerFobUsd gapUsd ratio }
  } }`);
  expect(errors).toEqual([]);
  const [pair] = data.mirror;
  expect(data.mirror).toHaveLength(1);
  expect(pair).toMatchObject({
    year: 2019,
    status: "BOTH",
    missing: null,
    gapUsd: 1734970508 - 6312091220,
    exporter: { code: "CHN", name: "China", country: { code: "CHN" } },
    commodity: { id: "TOTAL" },
    exporterReport: {
      valueUsd: 6312091220,
      value: 6312091220,
      currency: "USD",
      flow: "EXPORT",
      valuation: "FOB",
      nature: "REPORTED",
      provenance: {
        source: { id: "IMF", publisher: "International Monetary Fund" },
        freshness: "SNAPSHOT",
        vintage: "2020",
      },
    },
    importerReport: { valueUsd: 1734970508, flow: "IMPORT", valuation: "CIF", scope: "GOODS", period: "2019" },
    adjusted: { cifFob: 1.06 },
  });
  expect(pair.ratio).toBeCloseTo(0.2749, 4);
  expect(pair.asymmetry).toBeCloseTo((1734970508 - 6312091220) / (1734970508 + 6312091220), 12);
  expect(pair.adjusted.importerFobUsd).toBeCloseTo(1734970508 / 1.06, 3);
  expect(pair.adjusted.ratio).toBeCloseTo(pair.ratio / 1.06, 12);
});

test("a side that does not report is null with the reason, never zero", async () => {
  const { data, errors } = await gateway.ask(`{
    exporterOnly: mirror(exporter: "AFG", importer: "ALB", from: 2020, to: 2020) { ...pair }
    neither: mirror(exporter: "KAZ", importer: "KGZ", from: 1980, to: 1980) { ...pair }
    later: mirror(exporter: "KAZ", importer: "KGZ", from: 2021, to: 2021) { ...pair }
    elsewhere: mirror(exporter: "DEU", importer: "CHN", from: 2019, to: 2019) { ...pair }
    goods: mirror(exporter: "CHN", importer: "KGZ", from: 2019, to: 2019, commodity: "27") { ...pair }
  }
  fragment pair on MirrorPair {
    status missing gapUsd ratio asymmetry exporterReport { valueUsd } importerReport { valueUsd } adjusted { importerFobUsd gapUsd ratio }
  }`);
  expect(errors).toEqual([]);
  const empty = { gapUsd: null, ratio: null, asymmetry: null, importerReport: null, adjusted: { gapUsd: null } };
  expect(data.exporterOnly).toMatchObject([{ ...empty, status: "EXPORTER_ONLY", missing: "NOT_REPORTED" }]);
  expect(data.exporterOnly[0].exporterReport.valueUsd).toBe(45111);
  const nobody = { ...empty, status: "NEITHER", exporterReport: null };
  expect(data.neither).toMatchObject([{ ...nobody, missing: "NOT_REPORTED" }]);
  expect(data.later).toMatchObject([{ ...nobody, missing: "NOT_COVERED" }]);
  expect(data.elsewhere).toMatchObject([{ ...nobody, missing: "NOT_COVERED" }]);
  expect(data.goods).toMatchObject([{ ...nobody, missing: "NOT_COVERED" }]);
});

test("what the IMF made for Turkmenistan is labelled, in the figure, the pair and the total", async () => {
  const { data, errors } = await gateway.ask(`{
    mirror(exporter: "KAZ", importer: "TKM", from: 2019, to: 2019) {
      status ratio exporterReport { nature note } importerReport { nature note }
    }
    country(code: "TKM") { exports(year: 2019) { valueUsd nature } }
    tradeCoverage(reporter: "TKM") { country { code } source frequency firstYear lastYear missingYears note }
  }`);
  expect(errors).toEqual([]);
  expect(data.mirror).toMatchObject([
    {
      status: "IMPUTED",
      exporterReport: { nature: "REPORTED", note: null },
      importerReport: { nature: "IMPUTED", note: expect.stringContaining("1.06") },
    },
  ]);
  expect(data.country.exports).toEqual({ valueUsd: 10539493463, nature: "IMPUTED" });
  expect(data.tradeCoverage).toEqual([
    {
      country: { code: "TKM" },
      source: "IMF",
      frequency: "ANNUAL",
      firstYear: 1992,
      lastYear: 2020,
      missingYears: [],
      note: expect.stringContaining("2004-2020"),
    },
  ]);
});

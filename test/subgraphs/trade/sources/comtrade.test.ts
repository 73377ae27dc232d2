import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type ComtradeKey,
  type ComtradeRow,
  createComtrade,
  toComtradeRecords,
} from "../../../../subgraphs/trade/sources/comtrade.ts";
import { areaCodeOf, areaNumbersOf } from "../../../../subgraphs/trade/sources/comtrade-areas.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("COMTRADE");

const preview = "/public/v1/preview/C/A/HS";
const key: ComtradeKey = { reporter: "KGZ", flow: "IMPORT", year: 2023, commodity: "0702" };
const row = (changes: object = {}) => ({
  typeCode: "C",
  freqCode: "A",
  refPeriodId: 20230101,
  refYear: 2023,
  refMonth: 52,
  period: "2023",
  reporterCode: 417,
  reporterISO: null,
  flowCode: "M",
  partnerCode: 860,
  partner2Code: 0,
  classificationCode: "H6",
  cmdCode: "0702",
  aggrLevel: null,
  isLeaf: null,
  customsCode: "C00",
  mosCode: "0",
  motCode: 0,
  qtyUnitCode: 8,
  qty: 0,
  netWgt: 0,
  isNetWgtEstimated: false,
  cifvalue: 1250000,
  fobvalue: null,
  primaryValue: 1250000,
  legacyEstimationFlag: 0,
  isReported: false,
  isAggregate: true,
  ...changes,
});
const answer = (...rows: object[]) => ({
  body: { elapsedTime: "0.2 secs", count: rows.length, data: rows, error: "" },
});

const open = (options = deps()) => createComtrade({ ...options, areaCodes: async () => new Map([["KGZ", "417"]]) });

test("parts are not mixed with wholes, and of two wholes the reported one stays", async () => {
  replay.script(
    preview,
    answer(
      row(),
      row({ partner2Code: 899, primaryValue: 1250000, isReported: true }),
      row({ motCode: 3200, primaryValue: 700000 }),
      row({ customsCode: "C01", primaryValue: 500000 }),
      row({ primaryValue: 1249000, isReported: true, isAggregate: false }),
      row({ partnerCode: 0, primaryValue: 3000000 }),
      row({ partnerCode: 0, primaryValue: 2900000 }),
      row({ partnerCode: 899, primaryValue: 10 }),
      row({ partnerCode: 842, primaryValue: 20, cmdCode: "070200" }),
    ),
  );
  const reading = (await open().fetch([key])).get(key);
  expect(reading?.data.map(({ partner, valueUsd }) => [partner, valueUsd])).toEqual([
    ["UZB", 1249000],
    ["WLD", 3000000],
    ["COMTRADE:899", 10],
  ]);
  expect(reading?.data[0]).toMatchObject({
    netWeightKg: null,
    cifUsd: 1250000,
    fobUsd: null,
    classification: "H6",
    isReported: true,
  });
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toEqual({
    reporterCode: "417",
    period: "2023",
    cmdCode: "0702",
    flowCode: "M",
    customsCode: "C00",
    motCode: "0",
    partner2Code: "0",
    maxRecords: "500",
  });
});

test("with a key the full service is asked, and the key goes in a header", async () => {
  replay.script("/data/v1/get/C/A/HS", answer(row()));
  expect((await open(deps({ key: "comtrade-secret" })).fetch([key])).size).toBe(1);
  expect(replay.requests[0]?.headers["ocp-apim-subscription-key"]).toBe("comtrade-secret");
});

test("no rows are no reading, and nobody is asked what the world reports", async () => {
  replay.script(preview, answer());
  expect((await open().fetch([key])).size).toBe(0);
  expect((await open().fetch([{ ...key, reporter: "WLD" }])).size).toBe(0);
  expect(replay.requests).toHaveLength(1);
});

test.each([
  ["SOURCE_TRUNCATED", answer(...Array.from({ length: 500 }, () => row()))],
  [
    "SOURCE_RATE_LIMITED",
    {
      status: 429,
      headers: { "retry-after": "60" },
      body: { statusCode: 429, message: "Rate limit is exceeded. Try again in 1 seconds." },
    },
  ],
  [
    "SOURCE_QUOTA_EXCEEDED",
    {
      status: 403,
      headers: { "retry-after": "43200" },
      body: { statusCode: 403, message: "Out of call volume quota." },
    },
  ],
  [
    "SOURCE_NEEDS_KEY",
    { status: 401, body: { statusCode: 401, message: "Access denied due to missing subscription key." } },
  ],
  ["SOURCE_REJECTED", { body: { statusCode: 400, message: "Bad period" } }],
  ["SOURCE_UNAVAILABLE", { body: { statusCode: 500, message: "Internal server error" } }],
])("a cut or refused answer is no data: %s", async (code, reply) => {
  replay.script(preview, reply);
  expect((await sourceFailure(open().fetch([key]))).code).toBe(code);
});

test("numbers of areas that are not those of M49 are known both ways", () => {
  expect([842, 841, 699, 251, 579, 757, 380, 381, 490, 97, 0, 4, 398].map(areaCodeOf)).toEqual([
    "USA",
    "USA",
    "IND",
    "FRA",
    "NOR",
    "CHE",
    "ITA",
    "ITA",
    "TWN",
    "EU27",
    "WLD",
    "AFG",
    "KAZ",
  ]);
  expect(areaCodeOf(568)).toBe("COMTRADE:568");
  expect(areaNumbersOf("ITA", 380)).toEqual([380, 381]);
  expect(areaNumbersOf("KAZ", 398)).toEqual([398]);
});

describe.skipIf(!publisherFiles("trade"))("with recorded answers", () => {
  test("the sum over partners is the world, not twice the world", () => {
    const folder = join(publisherFiles("trade") ?? "", "recorded", "comtrade");
    const files = readdirSync(folder).filter((name) =>
      /^comtradeapi_C_A_HS_cmdCode-0\d+_flowCode-M_period-202[1-4]_reporter/.test(name),
    );
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { payload }: { payload: { data: ComtradeRow[] } } = JSON.parse(
        publishersAnswer("trade", `comtrade/${file}`),
      );
      const records = toComtradeRecords(payload.data);
      const world = records.find(({ partner }) => partner === "WLD")?.valueUsd ?? 0;
      const sum = records
        .filter(({ partner }) => partner !== "WLD")
        .reduce((total, { valueUsd }) => total + valueUsd, 0);
      expect(world).toBeGreaterThan(0);
      expect(sum / world).toBeCloseTo(1, 6);
    }
  });
});

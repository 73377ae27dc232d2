import { expect, test } from "vitest";
import type { FlowKey } from "../../../../subgraphs/trade/records.ts";
import { createImf } from "../../../../subgraphs/trade/sources/imf.ts";
import { recordedText } from "../../../support/recorded.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("IMF");

function open() {
  const partners = new Set(["KAZ", "UZB", "KGZ", "TKM", "WLD"]);
  return createImf({
    ...deps(),
    partners: async () => partners,
    natures: async () => new Map([["UZB 2019", "ESTIMATED" as const]]),
  });
}

const kaz: FlowKey = { reporter: "KAZ", flow: "EXPORT" };
const path = "/data/IMF.STA,IMTS/KAZ.XG_FOB_USD..A";

test("annual figures of countries and of the world are kept in dollars, sums of countries are not", async () => {
  replay.script(path, { body: recordedText("imf/kaz-exports.csv") });
  const reading = (await open().fetch([kaz])).get(kaz);
  expect(reading).toMatchObject({ source: "IMF", freshness: "LIVE" });
  expect(reading?.data).toEqual([
    { reporter: "KAZ", partner: "UZB", flow: "EXPORT", year: 2019, valueUsd: 1975160310, nature: "ESTIMATED" },
    { reporter: "KAZ", partner: "UZB", flow: "EXPORT", year: 2023, valueUsd: 3129993000, nature: "REPORTED" },
    { reporter: "KAZ", partner: "WLD", flow: "EXPORT", year: 2019, valueUsd: 57677000000, nature: "REPORTED" },
  ]);
  expect(replay.requests[0]?.headers.accept).toContain("sdmx.data+csv");
});

test("the figures of a reporter that does not report are marked as made", async () => {
  const text = recordedText("imf/kaz-exports.csv").replaceAll(",KAZ,", ",TKM,");
  replay.script("/data/IMF.STA,IMTS/TKM.XG_FOB_USD..A", { body: text });
  const tkm: FlowKey = { reporter: "TKM", flow: "EXPORT" };
  expect((await open().fetch([tkm])).get(tkm)?.data.map(({ nature }) => nature)).toEqual([
    "ESTIMATED",
    "IMPUTED",
    "IMPUTED",
  ]);
});

test("an answer without rows is no reading, and one without anything is a fault", async () => {
  replay.script(path, {
    body: "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n",
  });
  expect((await open().fetch([kaz])).size).toBe(0);
  for (const body of ["", "Service unavailable, try again, please", '{"status":"error","message":"x"}']) {
    replay.script(path, { body });
    expect((await sourceFailure(open().fetch([kaz]))).code).toBe("SOURCE_MALFORMED");
  }
  replay.script(path, { body: "COUNTRY,VALUE\nKAZ,1\n" });
  expect((await sourceFailure(open().fetch([kaz]))).at).toBe("INDICATOR");
});

test("one reporter's failure does not cost another's figures", async () => {
  replay.script(path, { body: recordedText("imf/kaz-exports.csv") });
  const uzb: FlowKey = { reporter: "UZB", flow: "EXPORT" };
  await expect(open().fetch([kaz, uzb])).rejects.toMatchObject({
    readings: new Map([[kaz, expect.anything()]]),
    failures: new Map([[uzb, expect.objectContaining({ extensions: { code: "SOURCE_REJECTED" } })]]),
  });
});

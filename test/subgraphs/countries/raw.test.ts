import { readFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../../support/gateway.ts";
import { sample } from "../../support/sample.ts";
import { publisherFiles } from "../../support/shared-data.ts";

interface RawFigure {
  readonly indicator: string;
  readonly iso3: string;
  readonly year: string;
  readonly value: string;
}

const folder = publisherFiles("countries");

describe.skipIf(!folder)("against the publisher's files", () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  test("500 random figures of the World Bank are answered with the same value and year", async () => {
    const text = readFileSync(join(folder ?? "", "wdi", "wdi_6_all.csv"), "utf8");
    const figures = sample(
      papaparse.parse<RawFigure>(text, { header: true, skipEmptyLines: true }).data,
      500,
      20_261_124,
    );
    const fields = figures.map(
      ({ indicator, iso3, year }, i) =>
        `f${i}: country(code: "${iso3}") { indicator(id: "${indicator}", from: ${year}, to: ${year}) { values { value year } } }`,
    );

    const { data, errors } = await gateway.ask(`{ ${fields.join(" ")} }`);

    expect(errors).toEqual([]);
    for (const [i, { value, year }] of figures.entries()) {
      expect(data[`f${i}`].indicator.values, JSON.stringify(figures[i])).toEqual([
        { value: Number(value), year: Number(year) },
      ]);
    }
  });
});

import { describe, expect, test } from "vitest";
import { sample } from "../../support/sample.ts";
import { publisherFiles, publishersRows } from "../../support/shared-data.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

describe.skipIf(!publisherFiles("countries"))("against the publisher's files", () => {
  const { answer } = sharedGateway();

  test("500 random figures of the World Bank are answered with the same value and year", async () => {
    const figures = sample(publishersRows("countries", "wdi/wdi_6_all.csv"), 500, 20_261_124);
    const fields = figures.map(
      ({ indicator, iso3, year }, i) =>
        `f${i}: country(code: "${iso3}") { indicator(id: "${indicator}", from: ${year}, to: ${year}) { values { value year } } }`,
    );

    const data = await answer(`{ ${fields.join(" ")} }`);

    for (const [i, { value, year }] of figures.entries()) {
      expect(data[`f${i}`].indicator.values, JSON.stringify(figures[i])).toEqual([
        { value: Number(value), year: Number(year) },
      ]);
    }
  });
});

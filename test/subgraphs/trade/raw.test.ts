import { describe, expect, test } from "vitest";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";
import { sample } from "../../support/sample.ts";
import { publisherFiles, publishersRows } from "../../support/shared-data.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

function cellsOf(file: string) {
  return publishersRows("trade", `imf_dots/${file}`).flatMap(
    ({ reporter = "", partner = "", flow, source_file: _, ...years }) =>
      Object.entries(years)
        .filter(([, printed]) => printed !== "")
        .map(([year, printed]) => ({ reporter, partner, flow, year: Number(year), printed })),
  );
}

describe.skipIf(!publisherFiles("trade"))("against the IMF's files", () => {
  const { answer } = sharedGateway();

  test.each(["dots_annual_reporters_six.csv", "dots_annual_mirror_partners_six.csv"])(
    "300 random cells of %s are answered to the dollar and with the publisher's mark",
    async (file) => {
      const partners = await openSnapshot("trade").read("partners", ({ imfLabel = "", code = "", kind = "" }) => ({
        imfLabel,
        code,
        kind,
      }));
      const areas = new Map(partners.rows.map((row) => [row.imfLabel, row]));
      const cells = sample(cellsOf(file), 300, 20_261_124);
      const fields = cells.map(({ reporter, partner, flow, year }, i) => {
        const [own, other] = [areas.get(reporter)?.code, areas.get(partner)?.code];
        const [exporter, importer] = flow === "X" ? [own, other] : [other, own];
        const side = flow === "X" ? "exporterReport" : "importerReport";
        return `f${i}: mirror(exporter: "${exporter}", importer: "${importer}", from: ${year}, to: ${year}) { report: ${side} { valueUsd nature period } }`;
      });

      const data = await answer(`{ ${fields.join(" ")} }`);

      for (const [i, { partner, year, printed }] of cells.entries()) {
        const { report } = data[`f${i}`][0];
        const millions = Number(printed.replace(" e", "").replaceAll(",", ""));
        expect(Math.abs(report.valueUsd / 1e6 - millions), printed).toBeLessThanOrEqual(millions * 1e-14);
        expect(report.period).toBe(String(year));
        // A sum can be marked because its parts are.
        const isSum = ["WORLD", "GROUP"].includes(areas.get(partner)?.kind ?? "");
        if (!isSum) expect(report.nature === "ESTIMATED", printed).toBe(printed.endsWith(" e"));
      }
    },
  );
});

import { describe, expect, test } from "vitest";
import { allFlows } from "../../support/all-flows.ts";
import { sample } from "../../support/sample.ts";
import { publisherFiles, publishersRows } from "../../support/shared-data.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const rawRows = (path: string) => publishersRows("humanitarian", path);
const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null);

const flowFields =
  "amountUsd originalAmount originalCurrency status flowType contributionType method date decisionDate firstReportedDate";

describe.skipIf(!publisherFiles("humanitarian"))("against the publishers' files", () => {
  const { answer } = sharedGateway();

  test("100 random figures of appeals and of money outside them are answered as published", async () => {
    const rows = rawRows("fts/fts_requirements_funding_afg_ca_snapshot2026-04.csv");
    const picked = sample(rows, 100, 20_261_124);
    const fields = picked.map(
      ({ countryCode, year }, i) =>
        `f${i}: country(code: "${countryCode}") { funding(year: ${year}) { basis outsideAppealsUsd byAppeal { id amountUsd requirementUsd } } }`,
    );
    const data = await answer(`{ ${fields.join(" ")} }`);
    for (const [i, row] of picked.entries()) {
      const { funding } = data[`f${i}`];
      const id = row["code"] || "NOT_SPECIFIED";
      const slice = funding.byAppeal.find((part: { id: string }) => part.id === id);
      expect(funding.basis).toBe("PUBLISHED");
      expect(slice?.amountUsd ?? null, JSON.stringify(row)).toBe(numberOf(row["funding"]));
      if (slice) expect(slice.requirementUsd).toBe(numberOf(row["requirements"]));
      if (!row["code"]) expect(funding.outsideAppealsUsd).toBe(numberOf(row["funding"]));
    }
  });

  test("100 random rows of the cluster table are answered as published", async () => {
    const names: Record<string, string> = {
      "Not specified": "Not specified",
      "Multiple clusters/sectors (shared)": "Several, not divided",
    };
    const rows = rawRows("fts/fts_requirements_funding_globalcluster_afg_ca_snapshot2026-04.csv");
    const picked = sample(rows, 100, 3);
    const codes = [...new Set(picked.map(({ code }) => code))];
    const fields = codes.map(
      (code) => `${code}: appeal(code: "${code}") { clusters { name amountUsd requirementUsd } }`,
    );
    const data = await answer(`{ ${fields.join(" ")} }`);
    for (const row of picked) {
      const name = names[row["cluster"] ?? ""] ?? row["cluster"];
      const slice = data[row["code"] ?? ""].clusters.find((part: { name: string }) => part.name === name);
      expect(slice?.amountUsd ?? null, JSON.stringify(row)).toBe(numberOf(row["funding"]));
      if (slice) expect(slice.requirementUsd, JSON.stringify(row)).toBe(numberOf(row["requirements"]));
    }
  });

  test("150 random flows of three layouts are answered as their files state them", async () => {
    const day = (cell: string | undefined) => cell?.slice(0, 10) || null;
    const layouts = [
      ["fts/fts_incoming_funding_2026_afg_ca_snapshot2026-02-20.csv.gz", 'year: 2026, asOf: "2026-03-01"'],
      ["fts/fts_outgoing_funding_2026_afg_ca_snapshot2026-04-17.csv", "year: 2026"],
      ["fts/di_fts_flows_2002_afg_ca.csv.gz", "year: 2002"],
    ] as const;
    for (const [path, args] of layouts) {
      const flows = await allFlows(answer, args, flowFields);
      const byId = new Map(rawRows(path).map((row) => [row["id"] ?? "", row]));
      for (const [id, row] of sample([...byId], 50, 7)) {
        expect(flows.get(id), `${path} ${id}`).toEqual({
          amountUsd: Number(row["amountUSD"]),
          originalAmount: numberOf(row["originalAmount"]),
          originalCurrency: row["originalCurrency"] || null,
          status: row["status"]?.toUpperCase(),
          flowType: row["flowType"],
          contributionType: row["contributionType"],
          method: row["method"] || null,
          date: day(row["date"]),
          decisionDate: day(row["decisionDate"]),
          firstReportedDate: day(row["firstReportedDate"]),
        });
      }
    }
  });
});

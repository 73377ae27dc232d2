import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

test("an appeal has what the published table said of it at earlier times", async () => {
  const said: Record<string, [vintage: string, totalUsd: number][]> = {
    HAFG20: [
      ["2024-07", 600139234],
      ["2025", 600940338],
      ["2026-02", 600940338],
    ],
    HAFG22: [
      ["2024-07", 3272369887],
      ["2025", 3277683580],
      ["2026-02", 3269032938],
    ],
    HAFG24: [
      ["2024-07", 761079153],
      ["2025", 1591076570],
      ["2026-02", 1583509454],
    ],
    HAFG25: [
      ["2025", 296307150],
      ["2026-02", 1006698560],
    ],
    HAFG26: [["2026-02", 158972662]],
    FKGZ1011: [["2026-02", 68617608]],
  };
  const fields = Object.keys(said).map(
    (code) => `${code}: appeal(code: "${code}") { earlierFunding { vintage totalUsd missing } }`,
  );
  const { data, errors } = await gateway.ask(`{ ${fields.join(" ")}
    renamed: appeal(code: "HAFG24") { earlierFunding { requirementUsd provenance { freshness source { id } } } }
    many: appeal(code: "OGLBL20b") { earlierFunding { vintage } } }`);
  expect(errors).toEqual([]);
  for (const [code, totals] of Object.entries(said)) {
    const answered = totals.map(([vintage, totalUsd]) => ({ vintage, totalUsd, missing: null }));
    expect(data[code].earlierFunding, code).toEqual(answered);
  }
  const provenance = { freshness: "SNAPSHOT", source: { id: "FTS" } };
  expect(data.renamed.earlierFunding).toEqual(Array(3).fill({ requirementUsd: 3059587797, provenance }));
  // The table holds a part of its many countries: a part is no total.
  expect(data.many.earlierFunding).toBeNull();
});

test("a country's year has them with the money outside appeals, and an empty figure is missing", async () => {
  const { data, errors } = await gateway.ask(`{
    afg: country(code: "AFG") { y2020: earlierFunding(year: 2020) { vintage totalUsd requirementUsd } y2021: earlierFunding(year: 2021) { requirementUsd } none: earlierFunding(year: 1990) { vintage } }
    tkm: country(code: "TKM") { earlierFunding(year: 2022) { vintage totalUsd requirementUsd missing } }
    deu: country(code: "DEU") { earlierFunding(year: 2022) { vintage } } }`);
  expect(errors).toEqual([]);
  expect(data.afg.y2020).toEqual([
    { vintage: "2024-07", totalUsd: 600139234 + 15000000 + 127039223, requirementUsd: 1131050820 },
    { vintage: "2025", totalUsd: 600940338 + 15000000 + 127853588, requirementUsd: 1131050820 },
    { vintage: "2026-02", totalUsd: 600940338 + 15000000 + 125757532, requirementUsd: 1131050820 },
  ]);
  // Two appeals of 2021 overlap.
  expect(data.afg.y2021).toEqual(Array(3).fill({ requirementUsd: null }));
  expect(data.afg.none).toBeNull();
  expect(data.tkm.earlierFunding).toEqual([
    { vintage: "2026-02", totalUsd: null, requirementUsd: 3149935, missing: "NOT_REPORTED" },
  ]);
  expect(data.deu.earlierFunding).toBeNull();
});

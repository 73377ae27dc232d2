import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { answer } = sharedGateway();

test("what is not in a total is told, and pledges and repetitions never enter one", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    y2020: funding(year: 2020, asOf: "2021-03-12") { totalUsd flowCount excluded { internalUsd sharedUsd pledgesUsd duplicatesUsd }
      localisation { directUsd directShare throughIntermediariesUsd }
      timeliness { decisionToReportMedianDays decisionToReportP90Days decisionToPublicationMedianDays decisionToPublicationP90Days }
      earmarking { id amountUsd } byRecipientType { id amountUsd } final: byFinalRecipientType { id amountUsd } byDonor(first: 2) { organization { id } amountUsd } }
    y2026: funding(year: 2026, asOf: "2026-04-17") { totalUsd outsideAppealsUsd excluded { sharedUsd pledgesUsd duplicatesUsd } earmarking { id } }
    february: funding(year: 2026, asOf: "2026-03-01") { totalUsd outsideAppealsUsd asOf excluded { internalUsd } localisation { directUsd } note final: byFinalRecipientType { id } }
  } }`);
  expect(country.y2020).toMatchObject({
    flowCount: 311,
    excluded: { internalUsd: 71958119, sharedUsd: 754117611 - 725591299, pledgesUsd: 0, duplicatesUsd: 0 },
    localisation: { directUsd: 1226758, throughIntermediariesUsd: 6831682 },
    timeliness: {
      decisionToReportMedianDays: 1,
      decisionToReportP90Days: 119,
      decisionToPublicationMedianDays: 28,
      decisionToPublicationP90Days: 215,
    },
    earmarking: [
      { id: "earmarked", amountUsd: 426022056 },
      { id: "NOT_SPECIFIED", amountUsd: 140757879 },
      { id: "unearmarked", amountUsd: 114212515 },
      { id: "softly earmarked", amountUsd: 44598849 },
    ],
  });
  expect(country.y2020.localisation.directShare).toBeCloseTo(0.0017, 4);
  // What one gets who simply adds all flows.
  const { totalUsd, excluded } = country.y2020;
  expect(totalUsd + excluded.sharedUsd + excluded.internalUsd).toBe(826075730);
  expect(country.y2020.byRecipientType).toContainEqual({ id: "NOT_SPECIFIED", amountUsd: 52757178 });
  // What pooled funds pass on leaves them and arrives elsewhere: the sum stays.
  const sumOf = (slices: { amountUsd: number }[]) => slices.reduce((total, { amountUsd }) => total + amountUsd, 0);
  const amountOf = (slices: { id: string; amountUsd: number }[], id: string) =>
    slices.find((slice) => slice.id === id)?.amountUsd ?? 0;
  expect(sumOf(country.y2020.byRecipientType)).toBe(725591299);
  expect(sumOf(country.y2020.final)).toBe(725591299);
  expect(amountOf(country.y2020.final, "Pooled Funds")).toBeLessThan(
    amountOf(country.y2020.byRecipientType, "Pooled Funds"),
  );
  expect(amountOf(country.y2020.final, "NGOs")).toBeGreaterThan(amountOf(country.y2020.byRecipientType, "NGOs"));
  expect(country.february.final).toBeNull();
  expect(country.y2020.byDonor).toHaveLength(2);
  expect(country.y2026).toMatchObject({
    totalUsd: 214214587 + 29192310,
    outsideAppealsUsd: 29192310,
    earmarking: null,
  });
  // Among them a pledge of 114,000,000, and flow 385472 of 67,309,391, which stands in 27 country files.
  expect(country.y2026.excluded).toEqual({
    sharedUsd: 123819008,
    pledgesUsd: 119199545,
    duplicatesUsd: 3213544667,
  });
  expect(country.february).toMatchObject({
    totalUsd: 173451180,
    outsideAppealsUsd: 14478518,
    asOf: "2026-02-20",
    excluded: null,
    localisation: null,
  });
  expect(country.february.note).toContain("incoming flows alone");
});

test("money for five countries together stands beside the total of each and in none", async () => {
  const { countries } = await answer(
    '{ countries { code funding(year: 2026, asOf: "2026-04-17") { excluded { sharedUsd } } } }',
  );
  const shared = countries
    .filter(({ code }: { code: string }) => code !== "AFG")
    .map(({ funding }: { funding: { excluded: { sharedUsd: number } } }) => funding.excluded.sharedUsd);
  expect(shared).toEqual(Array(5).fill(1333333 + 336700));
});

test("missing money is null with a reason, and a negative amount survives", async () => {
  const { kaz, tkm, tjk, deu } = await answer(`{
    kaz: country(code: "KAZ") { funding(year: 2002) { totalUsd missing basis complete } }
    tkm: country(code: "TKM") { asked: funding(year: 2023) { totalUsd requirementUsd coverage } funding(year: 2022) { totalUsd missing requirementUsd } none: funding(year: 2005) { totalUsd missing } }
    tjk: country(code: "TJK") { funding(year: 2009) { totalUsd outsideAppealsUsd requirementUsd note } }
    deu: country(code: "DEU") { funding(year: 2020) { totalUsd missing } }
  }`);
  expect(tkm.funding).toEqual({ totalUsd: null, missing: "NOT_REPORTED", requirementUsd: 3149935 });
  expect(tkm.none).toEqual({ totalUsd: null, missing: "NOT_REPORTED" });
  // No total is no year's total, and no figure is not nothing.
  expect(kaz.funding).toEqual({ totalUsd: null, missing: "NOT_REPORTED", basis: "FLOWS", complete: false });
  expect(tkm.asked).toEqual({ totalUsd: 74980, requirementUsd: 2007199, coverage: null });
  expect(tjk.funding).toMatchObject({ outsideAppealsUsd: -6739315, totalUsd: 28189925 + 648814 - 6739315 });
  expect(tjk.funding.requirementUsd).toBeNull();
  expect(tjk.funding.note).toContain("OTJK0809");
  expect(deu.funding).toEqual({ totalUsd: null, missing: "NOT_COVERED" });
});

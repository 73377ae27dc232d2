import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

async function answer(query: string) {
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  return data;
}

test("a year is told apart as of two days, and from what the publisher says today", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    march: funding(year: 2020, asOf: "2021-03-12") { totalUsd basis complete asOf requirementUsd outsideAppealsUsd byAppeal { id amountUsd } }
    october: funding(year: 2020, asOf: "2020-10-12") { totalUsd basis complete asOf }
    between: funding(year: 2020, asOf: "2021-01-01") { totalUsd asOf note }
    early: funding(year: 2021, asOf: "2021-06-30") { totalUsd complete asOf }
    today: funding(year: 2020) { totalUsd basis complete asOf }
  } }`);
  expect(country.march).toMatchObject({ totalUsd: 725591299, basis: "FLOWS", complete: true, asOf: "2021-03-12" });
  expect(country.march).toMatchObject({ requirementUsd: 1131050820, outsideAppealsUsd: 146123534 });
  expect(country.march.byAppeal).toEqual([
    { id: "HAFG20", amountUsd: 564467765 },
    { id: "NOT_SPECIFIED", amountUsd: 146123534 },
    { id: "OGLBL20b", amountUsd: 15000000 },
  ]);
  expect(country.october).toEqual({ totalUsd: 453007689, basis: "FLOWS", complete: false, asOf: "2020-10-12" });
  expect(country.between).toEqual({
    totalUsd: 453007689,
    asOf: "2020-10-12",
    note: "As of 2020-10-12, the last snapshot on or before 2021-01-01. Taken on 2020-10-12, before the year was over.",
  });
  expect(country.early).toEqual({ totalUsd: 99088910, complete: false, asOf: "2021-03-11" });
  expect(country.today).toEqual({
    totalUsd: 600940338 + 15000000 + 125757532,
    basis: "PUBLISHED",
    complete: true,
    asOf: "2026-04-17",
  });
});

test("a year with an early dump alone is answered from the published table", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    funding(year: 2022) { totalUsd basis complete coverage excluded { internalUsd } flowCount byDonor { id } byCluster { id amountUsd } }
    early: funding(year: 2022, asOf: "2022-02-28") { basis complete note totalUsd }
    later: funding(year: 2023, asOf: "2023-06-30") { complete note asOf }
  } }`);
  expect(country.funding).toMatchObject({
    totalUsd: 3821708995,
    basis: "PUBLISHED",
    complete: true,
    excluded: null,
    flowCount: null,
    byDonor: null,
  });
  expect(country.funding.coverage).toBeCloseTo(3269032938 / 4442200000, 12);
  const parts = country.funding.byCluster.map(({ amountUsd }: { amountUsd: number }) => amountUsd);
  expect(parts.reduce((total: number, part: number) => total + part, 0)).toBe(3821708995);
  expect(country.early).toEqual({
    basis: "FLOWS",
    complete: false,
    totalUsd: 628552916,
    note: "Taken on 2022-02-28, before the year was over. 27704463 US dollars of the total are for several years or another one: this file of the whole year does not divide them.",
  });
  expect(country.later).toMatchObject({ complete: false, asOf: "2023-03-01" });
  expect(country.later.note).toContain("As of 2023-03-01, the last snapshot on or before 2023-06-30.");
});

test("2026 is right for the six, by the table and by the flows", async () => {
  const totals = {
    AFG: 243406897,
    KGZ: 705987,
    TJK: 4862578,
    TKM: 49371,
    UZB: 53971,
    KAZ: 1851573,
  };
  const { countries } = await answer(`{ countries { code
    funding(year: 2026) { totalUsd basis complete }
    flows: funding(year: 2026, asOf: "2026-04-17") { totalUsd basis }
  } }`);
  expect(countries).toHaveLength(6);
  for (const { code, funding, flows } of countries) {
    const totalUsd = totals[code as keyof typeof totals];
    // Kazakhstan has no published table: the flows answer for it.
    expect(funding).toEqual({ totalUsd, basis: code === "KAZ" ? "FLOWS" : "PUBLISHED", complete: false });
    expect(flows).toEqual({ totalUsd, basis: "FLOWS" });
  }
});

test("money for years ahead is told, and is no year's total", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    y2027: funding(year: 2027) { totalUsd complete } y2029: funding(year: 2029) { totalUsd complete } y2030: funding(year: 2030) { totalUsd missing complete } } }`);
  expect(country.y2027).toEqual({ totalUsd: 68639119, complete: false });
  expect(country.y2029).toEqual({ totalUsd: 31418, complete: false });
  expect(country.y2030).toEqual({ totalUsd: null, missing: "NOT_REPORTED", complete: false });
});

test("complete years of flows come to the published totals of today", async () => {
  const years = [2000, 2001, 2002, 2003];
  const fields = years.map(
    (year) =>
      `t${year}: funding(year: ${year}) { totalUsd } f${year}: funding(year: ${year}, asOf: "2026-01-01") { totalUsd complete }`,
  );
  const { afg, tjk } = await answer(
    `{ afg: country(code: "AFG") { ${fields.join(" ")} } tjk: country(code: "TJK") { ${fields.join(" ")} } }`,
  );
  for (const country of [afg, tjk]) {
    for (const year of years) {
      expect(country[`f${year}`]).toEqual({ ...country[`t${year}`], complete: true });
      expect(country[`t${year}`].totalUsd).toBeGreaterThan(0);
    }
  }
});

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

test("a day before the first snapshot and an unknown country are coded errors at their own fields", async () => {
  const { data, errors } = await gateway.ask(`{ country(code: "AFG") {
    code
    before: funding(year: 2020, asOf: "2020-01-01") { totalUsd }
    never: funding(year: 2015, asOf: "2020-01-01") { totalUsd }
    fine: funding(year: 2020) { basis }
    negative: funding(year: 2020, asOf: "2021-03-12") { byDonor(first: -1) { id } }
  } }`);
  expect(data.country).toEqual({
    code: "AFG",
    before: null,
    never: null,
    fine: { basis: "PUBLISHED" },
    negative: { byDonor: null },
  });
  expect(errors).toMatchObject([
    {
      path: ["country", "before"],
      extensions: { code: "NO_SNAPSHOT", suggestions: ["2020-10-12", "2021-03-12"] },
    },
    { path: ["country", "never"], extensions: { code: "NO_SNAPSHOT" } },
    { path: ["country", "negative", "byDonor"], extensions: { code: "INVALID_PAGE" } },
  ]);
});

import Papa from "papaparse";
import { expect, test } from "vitest";
import { loadOperationFiles } from "../../../gateway/published/operations.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";
import { knownFigures } from "./figures.ts";

const files = await loadOperationFiles();
const names = files.map(({ name }) => name);

const gateway = sharedGateway();

test("every file is published, with its variables described, and has a figure to be tested against", async () => {
  const { queries } = (await (await fetch(`${gateway.url}/q`)).json()) as {
    queries: { name: string; variables: { description: string; required: boolean; defaultText?: string }[] }[];
  };
  expect(queries.map(({ name }) => name)).toEqual(names);
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const { variables } of queries) for (const { description } of variables) expect(description).not.toBe("");
  expect(Object.keys(knownFigures).sort()).toEqual(names);
});

test.each(Object.entries(knownFigures))("%s shows its known figure in all three formats", async (name, known) => {
  const { search = "", row, column, value, unit, publisher } = known;
  const get = async (format: string) => {
    const response = await fetch(`${gateway.url}/q/${name}.${format}${search}`);
    expect(response.status, await response.clone().text()).toBe(200);
    return response.text();
  };

  const { data, errors, meta } = Papa.parse<Record<string, string>>(await get("csv"), {
    header: true,
    skipEmptyLines: true,
    delimiter: ",",
  });
  expect(errors).toEqual([]);
  const column_ = meta.fields?.find((field) => field === column || field.startsWith(`${column} [`)) ?? "";
  const found = data.filter((cells) => Object.entries(row).every(([key, cell]) => cells[key] === cell));
  expect(found.map((cells) => Number(cells[column_]))).toEqual([expect.closeTo(value, 2)]);

  const json = JSON.parse(await get("json"));
  expect(numbersIn(json.data).some((number) => Math.abs(number - value) < 0.01)).toBe(true);

  const svg = await get("svg");
  const header = files.find((file) => file.name === name)?.text ?? "";
  const texts = svg
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'");
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d/);
  expect(texts).toContain(/^# title: (.*)$/m.exec(header)?.[1]);
  expect(texts).toContain(unit);
  expect(texts).toContain("Source:");
  expect(texts).toContain(publisher.split(" ", 2).join(" "));
});

test("lang=ru gives Russian titles in the index and in charts, and Russian names in the data", async () => {
  const page = await (await fetch(`${gateway.url}/q?lang=ru`, { headers: { accept: "text/html" } })).text();
  expect(page).toContain('<html lang="ru">');
  expect(page).toContain("Нагрузка на водные ресурсы");
  const svg = await (await fetch(`${gateway.url}/q/population.svg?lang=ru`)).text();
  expect(svg).toContain("Численность населения");
  expect(svg).toContain("Узбекистан");
  expect(svg).toContain("Источник: World Bank");
  expect(await (await fetch(`${gateway.url}/q/population.csv?lang=ru&countries=UZB`)).text()).toContain("Узбекистан");
});

test("cite=bibtex adds every source once, as BibTeX", async () => {
  const response = await fetch(`${gateway.url}/q/dams.json?cite=bibtex`);
  const { extensions } = (await response.json()) as { extensions: { citations: { source: string; bibtex: string }[] } };
  const sources = extensions.citations.map(({ source }) => source);
  expect(sources).toContain("AQUASTAT_DAMS");
  expect(new Set(sources).size).toBe(sources.length);
  for (const { bibtex } of extensions.citations) expect(bibtex).toMatch(/^@misc\{\w+,\n( {2}\w+ = \{.*\},?\n)+\}$/);
});

test("what is wrong with a variable is a 400 that names the allowed ones", async () => {
  const get = async (path: string) => {
    const response = await fetch(`${gateway.url}/q/${path}`);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string; suggestions?: string[] } }[];
    };
    return { status: response.status, ...errors[0]?.extensions, message: errors[0]?.message };
  };
  const allowed = "from: Int = 1991; to: Int; lang: en or ru";
  for (const search of ["contry=KAZ", "from=20x0", "from=2000&from=2001", "language=RU", "from="]) {
    expect(await get(`population.csv?${search}`), search).toMatchObject({
      status: 400,
      code: "BAD_USER_INPUT",
      message: expect.stringContaining(allowed),
      suggestions: ["countries", "from", "to"],
    });
  }
  expect(await get("ranking.json?scope=WORLD")).toMatchObject({
    status: 400,
    message: expect.stringContaining("(REGION, PARTNERS, ALL)"),
  });
  expect(await get("population.json?countries=KAX")).toMatchObject({ status: 400, code: "UNKNOWN_COUNTRY" });
  expect(await get("population.csv?from=2020&to=2010")).toMatchObject({ status: 400, code: "INVALID_RANGE" });
  expect(await get("population.csv?cite=bibtex")).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  expect(await get("population.csv?lang=de")).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  expect(await get("populatoin.csv")).toMatchObject({
    status: 404,
    code: "UNKNOWN_QUERY",
    suggestions: ["population"],
  });
});

test("a revision equals the difference of the two readings", async () => {
  const { data } = (await (
    await fetch(`${gateway.url}/q/funding-changes.json?year=2020&from=2020-10-12&to=2021-03-12`)
  ).json()) as { data: { changes: { netUsd: number } } };
  const readings = await gateway.ask(`{ country(code: "AFG") {
    before: funding(year: 2020, asOf: "2020-10-12") { totalUsd } after: funding(year: 2020, asOf: "2021-03-12") { totalUsd } } }`);
  const { before, after } = readings.data.country;
  expect(data.changes.netUsd).toBeCloseTo(after.totalUsd - before.totalUsd, 0);
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

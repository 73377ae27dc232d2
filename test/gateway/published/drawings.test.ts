import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

async function draw(path: string) {
  const response = await fetch(`${gateway.url}/q/${path}`);
  const svg = await response.text();
  expect(response.status, svg).toBe(200);
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text);
  return { svg, texts, width: Number(width), height: Number(height) };
}

/** Paths of the marks of one kind. */
function marks(svg: string, kind: string): string[] {
  const groups = [...svg.matchAll(new RegExp(`<g class="mark-${kind} role-mark[^>]*>(.*?)</g>`, "gs"))];
  return groups.flatMap(([, inside = ""]) => inside.match(/<path /g) ?? []);
}

test("a matrix has a cell for each pair, and only pairs with two reports of their own have a number", async () => {
  const { texts, svg } = await draw("mirror-gaps.svg?year=2019");
  const { data } = await gateway.ask("{ mirrorMatrix(year: 2019) { asymmetry status } }");
  const own = data.mirrorMatrix.filter(({ status }: { status: string }) => status === "BOTH");
  const shown = texts.filter((text) => /^[+−]\d\.\d\d$/.test(text ?? ""));
  expect(own.length).toBeGreaterThan(5);
  expect(shown.map((text) => Number(text?.replace("−", "-"))).sort()).toEqual(
    own.map(({ asymmetry }: { asymmetry: number }) => Number(asymmetry.toFixed(2))).sort(),
  );
  expect(texts.filter((text) => text === "–")).toHaveLength(data.mirrorMatrix.length - own.length);
  expect(marks(svg, "rect")).toHaveLength(data.mirrorMatrix.length + own.length);
});

test("a map has a point for each dam with a place, and names the largest and the countries around", async () => {
  const { svg, texts } = await draw("river-dams.svg?basin=amu-darya");
  const { data } = await gateway.ask('{ basin(id: "amu-darya") { dams { latitude } } }');
  const placed = data.basin.dams.filter(({ latitude }: { latitude: number | null }) => latitude !== null);
  expect(marks(svg, "symbol")).toHaveLength(placed.length);
  expect(texts).toEqual(expect.arrayContaining(["Rogun", "Nurek", "Turkmenistan", "Uzbekistan"]));
  const russian = await draw("river-dams.svg?basin=syr-darya&lang=ru");
  expect(russian.texts).toEqual(expect.arrayContaining(["Кыргызстан", "Узбекистан"]));
});

test("each indicator of a goal is a picture of its own, with a line for each country", async () => {
  const { svg, texts } = await draw("goal-indicators.svg?ids=SP.POP.TOTL,SH.DYN.MORT&countries=KAZ,UZB,KGZ");
  expect(marks(svg, "line")).toHaveLength(6);
  expect(texts.join(" ")).toContain("Mortality rate, under-5 (per 1,000 live births)");
  expect(texts).toContain("Population, total");
});

test("appeals stand beside each other, each with a stroke at what was asked for", async () => {
  const { svg, texts } = await draw("appeals-by-year.svg?country=AFG");
  const { data } = await gateway.ask('{ appeals(country: "AFG") { fundingUsd requirementUsd } }');
  const funded = data.appeals.filter(({ fundingUsd }: { fundingUsd: number | null }) => fundingUsd !== null);
  expect(marks(svg, "rect").length).toBe(funded.length * 2);
  expect(texts).toEqual(expect.arrayContaining(["Reached", "Asked for"]));
});

test("size=narrow fits a phone, and every source stands below the drawing", async () => {
  const wide = await draw("population.svg");
  const narrow = await draw("population.svg?size=narrow");
  expect(wide.width).toBeGreaterThan(640);
  expect(narrow.width).toBeLessThanOrEqual(360);
  expect(narrow.svg).toContain(`viewBox="0 0 ${narrow.width} ${narrow.height}"`);
  const bottoms = [...narrow.svg.matchAll(/<tspan x="16" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(bottoms.length).toBeGreaterThan(0);
  for (const y of bottoms) expect(y).toBeLessThan(narrow.height);
  expect((await fetch(`${gateway.url}/q/population.svg?size=huge`)).status).toBe(400);
  expect((await fetch(`${gateway.url}/q/population.csv?size=narrow`)).status).toBe(400);
});

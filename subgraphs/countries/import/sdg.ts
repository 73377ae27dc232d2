import { z } from "zod";
import { byText, cell, readJson } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { readTexts } from "./texts.ts";
import type { UnsdSeries } from "./unsd-series.ts";

const goals = z.array(z.object({ code: z.string() }));
const targets = z.array(z.object({ goal: z.string(), code: z.string() }));
const indicators = z.array(z.object({ goal: z.string(), target: z.string(), code: z.string() }));

/** Goals, targets and indicators as the UN numbers them. */
export interface SdgFramework {
  readonly goals: z.infer<typeof goals>;
  readonly targets: z.infer<typeof targets>;
  readonly indicators: z.infer<typeof indicators>;
}

export async function readSdgFramework(folder: string): Promise<SdgFramework> {
  return {
    goals: await readJson(folder, "recorded/unsdg/Goal_List.json", goals),
    targets: await readJson(folder, "recorded/unsdg/Target_List.json", targets),
    indicators: await readJson(folder, "recorded/unsdg/Indicator_List.json", indicators),
  };
}

const provenance = {
  sources: ["UN_SDG"],
  licence: "MIT",
  vintage: "2022.Q2.G.02",
  retrievedAt: "2022-07-01T00:00:00Z",
};
const codesAndOwnTitles =
  "Codes and their order are the UN's; titles are short ones in the project's own words, the official wording is behind the url.";

export async function sdgTables(framework: SdgFramework, series: readonly UnsdSeries[]): Promise<readonly NewTable[]> {
  return [await goalsTable(framework), await targetsTable(framework), await indicatorsTable(framework, series)];
}

async function goalsTable({ goals }: SdgFramework): Promise<NewTable> {
  const texts = await readTexts("goals", "number");
  const rows = goals.map(({ code }) => ({
    number: Number(code),
    title: cell(texts.of(code), "title"),
    titleRu: cell(texts.of(code), "titleRu"),
    url: `https://sdgs.un.org/goals/goal${code}`,
  }));
  const columns = {
    number: "Number of the goal, 1 to 17",
    title: "Short title in English",
    titleRu: "Short title in Russian",
    url: "Page of the UN on the goal",
  };
  return { name: "sdg-goals", info: { ...provenance, rule: codesAndOwnTitles, columns }, rows };
}

async function targetsTable({ targets }: SdgFramework): Promise<NewTable> {
  const texts = await readTexts("targets", "code");
  const rows = targets.map(({ goal, code }) => ({
    code,
    goal: Number(goal),
    title: cell(texts.of(code), "title"),
    url: metadataUrl(goal, code),
  }));
  const columns = {
    code: "Code of the target, such as 6.4",
    goal: "Number of its goal",
    title: "Short title in English",
    url: "The UN's page of metadata on the target",
  };
  return { name: "sdg-targets", info: { ...provenance, rule: codesAndOwnTitles, columns }, rows };
}

async function indicatorsTable({ indicators }: SdgFramework, series: readonly UnsdSeries[]): Promise<NewTable> {
  const texts = await readTexts("sdg-indicators", "code");
  const rows = indicators.map(({ goal, target, code }) => ({
    code,
    target,
    goal: Number(goal),
    title: cell(texts.of(code), "title"),
    titleRu: cell(texts.of(code), "titleRu"),
    url: metadataUrl(goal, target),
    series: series
      .filter(({ sdgIndicators }) => sdgIndicators.includes(code))
      .map((one) => `UNSD:${one.code}`)
      .toSorted(byText)
      .join(";"),
  }));
  const columns = {
    code: "Code of the SDG indicator, such as 6.4.2",
    target: "Code of its target",
    goal: "Number of its goal",
    title: "Short title in English",
    titleRu: "Short title in Russian",
    url: "The UN's page of metadata on the target",
    series: "Ids of the UN series with rows in the table unsd, semicolon-separated",
  };
  return { name: "sdg-indicators", info: { ...provenance, rule: codesAndOwnTitles, columns }, rows };
}

function metadataUrl(goal: string, target: string): string {
  return `https://unstats.un.org/sdgs/metadata/?Text=&Goal=${goal}&Target=${target}`;
}

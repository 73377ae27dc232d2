import { z } from "zod";
import { readText } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { type FigureRow, figureTable } from "./figures.ts";
import { toFigure } from "./publisher-files.ts";
import { lakes } from "./reference/lakes.ts";

const text = z.object({ text: z.string() });
const factbookFile = z.record(
  z.string(),
  z.object({
    Geography: z.object({
      "Major lakes (area sq km)": z.record(z.string(), text).optional(),
      "Major rivers (by length in km)": text.optional(),
      "Major watersheds (area sq km)": z.record(z.string(), text).optional(),
    }),
    Environment: z.object({ "Particulate matter emissions": text }),
  }),
);
export type Factbook = z.infer<typeof factbookFile>;

export async function readFactbook(folder: string): Promise<Factbook> {
  return factbookFile.parse(JSON.parse(await readText(folder, "cia_factbook_2026_geography_environment.json")));
}

/** What the Factbook calls the rivers and watersheds that it gives figures of. */
const riverNames = { "amu-darya": "Amu Darya", "syr-darya": "Syr Darya", helmand: "Helmand" };
const watershedNames = {
  "amu-darya": "Amu Darya",
  "syr-darya": "Syr Darya",
  "balkhash-alakol": "Lake Balkash",
  indus: "Indus",
};

export const factbookInfo = {
  sources: ["CIA_FACTBOOK"],
  licence: "public domain",
  vintage: "2026",
  retrievedAt: "2026-05-17T00:00:00Z",
};

export function factbookFigures(factbook: Factbook): NewTable {
  const geography = Object.values(factbook).map((country) => country.Geography);
  const rivers = geography.map((part) => part["Major rivers (by length in km)"]?.text ?? "");
  const sheds = geography.map((part) => joined(part["Major watersheds (area sq km)"]));
  const bodies = geography.map((part) => joined(part["Major lakes (area sq km)"]));
  const rows = [
    ...Object.entries(riverNames).map(([id, name]) =>
      row("river", id, "lengthKm", find(rivers, `${name}.*?- ([\\d,]+) km`)),
    ),
    ...Object.entries(watershedNames).map(([id, name]) =>
      row("basin", id, "basinAreaKm2", find(sheds, `${name} \\(([\\d,]+) sq km\\)`)),
    ),
    ...lakes.flatMap(({ id, factbook: name }) =>
      name ? [row("lake", id, "areaKm2", find(bodies, `${name}(?: \\([^)]*\\))?[ -]+([\\d,]+) sq km`))] : [],
    ),
  ];
  const rule =
    "The number behind the name in the lists of major rivers, watersheds and lakes. A body that several countries list counts once, and they have to agree.";
  return figureTable("figures-factbook", { ...factbookInfo, rule }, rows);
}

function joined(parts: Readonly<Record<string, z.infer<typeof text>>> | undefined): string {
  return Object.values(parts ?? {})
    .map((part) => part.text)
    .join("; ");
}

/** The number that the pattern finds. @throws where no text has it or two texts differ */
function find(texts: readonly string[], pattern: string): number {
  const found = texts.map((part) => new RegExp(pattern).exec(part)?.[1]).filter((number) => number !== undefined);
  const [number, ...others] = new Set(found);
  const value = number === undefined ? undefined : toFigure(number);
  if (value === undefined || others.length > 0) throw new Error(`${found.length} different figures for ${pattern}`);
  return value;
}

function row(body: FigureRow["body"], id: string, measure: string, value: number): FigureRow {
  return { body, id, measure, value, source: "CIA_FACTBOOK", vintage: "2026" };
}

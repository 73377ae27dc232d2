import { cell, type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns, figure, toId } from "./publisher-files.ts";
import { basins } from "./reference/basins.ts";
import { damAliases, damIssues, powerPlants } from "./reference/dams.ts";
import { riverByName } from "./river-names.ts";

/** Column of the file to the purpose it flags. */
const purposes = {
  Irrigation: "irrigation",
  Water_supply: "water supply",
  Flood_control: "flood control",
  Hydroelectricity: "hydroelectricity",
  Navigation: "navigation",
  Recreation: "recreation",
  Pollution_control: "pollution control",
  Livestock_rearing: "livestock",
  Other: "other",
};

/** The dams of AQUASTAT. */
export async function dams(folder: string): Promise<NewTable> {
  const file = await readCsv(folder, "aquastat_dams_central_asia.csv");
  const names = file.map((row) => baseName(cell(row, "Dam_name")));
  const basinIds = new Map(basins.flatMap(({ id, damBasins }) => damBasins.map((name) => [name, id])));
  const rows = file.map((row, index) => {
    const name = names[index] ?? "";
    const country = cell(row, "ISO_code");
    const twins = file.filter((_, other) => names[other] === name).map((other) => cell(other, "ISO_code"));
    const id = twins.length > 1 ? toId(`${name} ${country}`) : toId(name);
    const river = textOrNone(row, "River");
    const capacity = figure(row, "Reservoir_capacity_million_m3");
    return {
      id,
      name,
      aliases: [...inBrackets(cell(row, "Dam_name")), ...(damAliases[id] ?? [])].join(";"),
      country,
      coOwners: twins.filter((code) => code !== country).join(";"),
      river: river && riverByName(river)?.id,
      riverName: river,
      basin: basinIds.get(cell(row, "Major_basin")),
      capacityKm3: capacity === undefined ? undefined : Number((capacity / 1000).toPrecision(12)),
      heightM: figure(row, "Dam_height_m"),
      areaKm2: figure(row, "Reservoir_area_km2"),
      year: figure(row, "Year_completed"),
      purposes: Object.entries(purposes)
        .filter(([column]) => cell(row, column) === "1")
        .map(([, purpose]) => purpose)
        .join(";"),
      latitude: figure(row, "Latitude"),
      longitude: figure(row, "Longitude"),
      issues: (damIssues[id] ?? []).join(";"),
    };
  });
  requireKnown(new Set(rows.map(({ id }) => id)));
  return { name: "dams", info, rows: rows.toSorted(byColumns("id")) };
}

const info = {
  sources: ["AQUASTAT_DAMS"],
  licence: "CC-BY-4.0",
  vintage: "2018",
  retrievedAt: "2026-11-23T00:00:00Z",
  rule: "Every dam of AQUASTAT as it is listed, NA as an empty cell, million m3 divided by 1000; river and basin by the names of the file. Doubtful figures stay and are named in issues.",
  columns: {
    id: "Id of the dam: its name in kebab case, with the country where two rows share it",
    name: "Name as AQUASTAT spells it, without what it puts in brackets",
    aliases: "Other names, separated by semicolons",
    country: "ISO 3166-1 alpha-3 code of the country that lists it",
    coOwners: "Codes of other countries that list the same dam, separated by semicolons",
    river: "Id of its river; empty for a river that the graph does not have",
    riverName: "Name of its river as AQUASTAT spells it",
    basin: "Id of its basin",
    capacityKm3: "Capacity of the reservoir in cubic kilometres",
    heightM: "Height of the dam in metres",
    areaKm2: "Area of the reservoir in square kilometres",
    year: "Year of completion",
    purposes: "What it serves, separated by semicolons; empty where AQUASTAT flags nothing",
    latitude: "Latitude in decimal degrees (WGS 84), often of the reservoir",
    longitude: "Longitude in decimal degrees (WGS 84), often of the reservoir",
    issues: "What is known to be wrong or doubtful, separated by semicolons",
  },
};

/** Some names hold a line break and a remark after it, some a second name in brackets. */
function baseName(name: string): string {
  return name.replace(/\n.*$/s, "").replace(/ *\(.*\)$/, "");
}

function inBrackets(name: string): string[] {
  return [...name.matchAll(/\(([^)]*)\)/g)].map(([, inside = ""]) => inside);
}

function textOrNone(row: PublisherRow, column: string): string | undefined {
  const value = cell(row, column);
  return value === "NA" ? undefined : value;
}

/** What we say of a dam by its id has to meet a dam. */
function requireKnown(ids: ReadonlySet<string>): void {
  const spoken = [damAliases, powerPlants, damIssues].flatMap((table) => Object.keys(table));
  const strangers = spoken.filter((id) => !ids.has(id));
  if (strangers.length > 0) throw new Error(`No dams ${strangers.join(", ")}`);
}

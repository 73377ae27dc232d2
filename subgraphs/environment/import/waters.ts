import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns } from "./publisher-files.ts";
import { basins } from "./reference/basins.ts";
import { lakes } from "./reference/lakes.ts";
import { rivers } from "./reference/rivers.ts";
import type { Names, Reach } from "./reference/types.ts";

const info = {
  sources: ["NATURAL_EARTH", "CAWATER", "UNECE_2007"],
  licence: "facts, cited",
  vintage: "2026-11",
  retrievedAt: "2026-11-23T00:00:00Z",
};

/** Which basins, rivers and lakes there are, their names and who lies on them: reference without figures. */
export function waterTables(): readonly NewTable[] {
  return [
    {
      name: "basins",
      info: { ...info, rule: "The basins of the region's shared rivers.", columns: { id: "Id of the basin" } },
      rows: basins.map(({ id }) => ({ id })).toSorted(byColumns("id")),
    },
    {
      name: "rivers",
      info: {
        ...info,
        rule: "The rivers that a figure, a dam or a gauge of the other tables belongs to.",
        columns: {
          id: "Id of the river",
          basin: "Id of its basin; empty for a river that ends on its own",
          aliases: "Other spellings, separated by semicolons",
        },
      },
      rows: rivers
        .map(({ id, basin, aliases = [] }) => ({ id, basin, aliases: aliases.join(";") }))
        .toSorted(byColumns("id")),
    },
    {
      name: "lakes",
      info: {
        ...info,
        rule: "The lakes that a figure of the other tables belongs to.",
        columns: {
          id: "Id of the lake",
          countries: "ISO 3166-1 alpha-3 codes of the countries on its shore, separated by semicolons",
          aliases: "Other spellings, separated by semicolons",
        },
      },
      rows: lakes
        .map(({ id, countries, aliases = [] }) => ({ id, countries: countries.join(";"), aliases: aliases.join(";") }))
        .toSorted(byColumns("id")),
    },
    {
      name: "names",
      info: {
        ...info,
        rule: "Common names of the basins, rivers and lakes in English, in Russian and in languages of the countries on them.",
        columns: {
          body: "basin, river or lake",
          id: "Id of the basin, river or lake",
          language: "Language of the name",
          name: "The name",
        },
      },
      rows: [...namesOf("basin", basins), ...namesOf("river", rivers), ...namesOf("lake", lakes)].toSorted(
        byColumns("body", "id", "language"),
      ),
    },
    {
      name: "riparians",
      info: {
        ...info,
        rule: "Countries in the order in which the water passes them, read from the maps and descriptions of the source; banks that face each other share a place.",
        columns: {
          body: "basin or river",
          id: "Id of the basin or river",
          order: "1 for the country at the source, rising downstream; empty for a country off the main river",
          country: "ISO 3166-1 alpha-3 code",
          role: "Its part of the river",
          source: "Id of the source",
        },
      },
      rows: [...reachesOf("basin", basins), ...reachesOf("river", rivers)]
        .toSorted(byColumns("body", "id", "place", "country"))
        .map(({ place: _, ...row }) => row),
    },
  ];
}

function namesOf(body: string, waters: readonly { readonly id: string; readonly names: Names }[]) {
  return waters.flatMap(({ id, names }) =>
    Object.entries(names).map(([language, name]) => ({ body, id, language, name })),
  );
}

interface OnCountries {
  readonly id: string;
  readonly source: string;
  readonly riparians: readonly Reach[];
}

function reachesOf(body: string, waters: readonly OnCountries[]) {
  return waters.flatMap(({ id, source, riparians }) =>
    riparians.map(([country, order, role]) => ({ body, id, order, place: order ?? Infinity, country, role, source })),
  );
}

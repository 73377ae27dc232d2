import { readdirSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { sample } from "../../support/sample.ts";
import { publisherFiles, publishersRows, publishersText } from "../../support/shared-data.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

/** A cell of a publisher's file, the field that should answer it and where in the answer the number stands. */
interface RawCell {
  readonly where: string;
  readonly expected: number | null;
  readonly field: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the field
  readonly read: (answer: any) => unknown;
}

const folder = publisherFiles("environment") ?? "";
const rows = (path: string) => publishersRows("environment", path);

const numberOf = (cell = "") => (cell === "" || cell === "NA" ? null : Number(cell));

const aquastatFields = {
  "4550": "stress",
  "4188": "renewable",
  "4157": "internalRenewable",
  "4263": "withdrawal",
  "4192": "dependency",
  "4551": "useEfficiency",
  "4197": "damCapacity",
} as const;

function aquastatCells(): RawCell[] {
  return rows("aquastat_country_indicators_central_asia.csv").flatMap(
    ({ iso3, aquastat_variable_id: id = "", year, value }) => {
      const name = (aquastatFields as Readonly<Record<string, string>>)[id];
      if (!name) return [];
      return {
        where: `AQUASTAT ${iso3} ${id} ${year}`,
        expected: numberOf(value),
        field: `country(code: "${iso3}") { water { it: ${name} { values { value year } } } }`,
        read: ({ water }) => water.it.values.find((point: { year: number }) => point.year === Number(year))?.value,
      };
    },
  );
}

const codes: Readonly<Record<string, string>> = {
  Afghanistan: "AFG",
  Kazakhstan: "KAZ",
  Kyrgyzstan: "KGZ",
  Tajikistan: "TJK",
  Turkmenistan: "TKM",
  Uzbekistan: "UZB",
};

function drinkingWaterCells(): RawCell[] {
  return rows("owid/owid_who_unicef_jmp_wash_2021.csv").flatMap(({ Entity = "", Year, wat_sm, wat_bas }) =>
    Object.entries({ safelyManagedDrinkingWater: wat_sm, basicDrinkingWater: wat_bas }).map(([name, cell]) => ({
      where: `JMP ${Entity} ${Year} ${name}`,
      expected: numberOf(cell),
      field: `country(code: "${codes[Entity]}") { water { it: ${name} { values { value year } } } }`,
      read: ({ water }: { water: { it: { values: { year: number; value: number }[] } } }) =>
        water.it.values.find(({ year }) => year === Number(Year))?.value ?? null,
    })),
  );
}

const damColumns = {
  heightM: "Dam_height_m",
  areaKm2: "Reservoir_area_km2",
  year: "Year_completed",
  latitude: "Latitude",
};

function damCells(): RawCell[] {
  return rows("aquastat_dams_central_asia.csv").flatMap((row) => {
    const capacity = numberOf(row["Reservoir_capacity_million_m3"]);
    const name = (row["Dam_name"] ?? "").replace(/\n.*/s, "").replace(/ \(.*/, "");
    const field = (wanted: string) => `dams(country: "${row["ISO_code"]}") { name it: ${wanted} }`;
    const read = (dams: { name: string; it: unknown }[]) => dams.find((dam) => dam.name === name)?.it;
    return [
      {
        where: `dam ${name} capacity`,
        expected: capacity === null ? null : Number((capacity / 1000).toFixed(7)),
        field: field("capacityKm3"),
        read,
      },
      ...Object.entries(damColumns).map(([wanted, column]) => ({
        where: `dam ${name} ${column}`,
        expected: numberOf(row[column]),
        field: field(wanted),
        read,
      })),
    ];
  });
}

function levelCells(): RawCell[] {
  return rows("lakes/caspian_sea_level_dahiti_1992_2023.csv").map((row) => ({
    where: `Caspian ${row["date"]}`,
    expected: numberOf(row["water level"]),
    field: `lake(id: "caspian-sea") { levels { values(resolution: OBSERVATION, from: "${row["date"]}", to: "${row["date"]}") { value } } }`,
    read: ({ levels }) => levels[0].values[0].value,
  }));
}

function areaCells(): RawCell[] {
  return rows("lakes/aral_sea_area_1986_2023.csv").flatMap(({ Year, Total, Small }) =>
    Number(Year) > 2018
      ? []
      : Object.entries({ "aral-sea": Total, "north-aral": Small }).map(([lake, cell]) => ({
          where: `${lake} ${Year}`,
          expected: Number((Number(cell) * 1000).toFixed(0)),
          field: `lake(id: "${lake}") { areas(from: ${Year}, to: ${Year}) { value } }`,
          read: ({ areas }: { areas: { value: number }[] }) => areas[0]?.value,
        })),
  );
}

function balanceCells(): RawCell[] {
  const names = readdirSync(join(folder, "glaciers_wgms")).filter((name) => name.startsWith("mbdata_"));
  return names.flatMap((name) =>
    rows(`glaciers_wgms/${name}`).map(({ WGMS_ID, YEAR, ANNUAL_BALANCE }) => ({
      where: `glacier ${WGMS_ID} ${YEAR}`,
      expected: numberOf(ANNUAL_BALANCE),
      field: `glacier(wgmsId: "${WGMS_ID}") { massBalance(from: ${YEAR}, to: ${YEAR}) { value } }`,
      read: ({ massBalance }: { massBalance: { value: number }[] }) => massBalance[0]?.value ?? null,
    })),
  );
}

function dischargeCells(): RawCell[] {
  const text = publishersText("environment", "discharge/ala_archa_decadal_discharge_m3s_1930_2011.csv");
  return papaparse.parse<string[]>(text, { skipEmptyLines: true }).data.flatMap(([year, ...cells]) =>
    cells.map((cell, index) => {
      const day = `${year}-${String(Math.floor(index / 3) + 1).padStart(2, "0")}-${["01", "11", "21"][index % 3]}`;
      return {
        where: `Ala-Archa ${day}`,
        expected: numberOf(cell),
        field: `river(id: "ala-archa") { discharge(from: "${day}", to: "${day}") { values { value } } }`,
        read: ({ discharge }: { discharge: { values: { value: number }[] }[] }) =>
          discharge[0]?.values[0]?.value ?? null,
      };
    }),
  );
}

describe.skipIf(!folder)("against the publishers' files", () => {
  const { answer } = sharedGateway();

  test("50 random cells of each of seven files are answered with the same number, blanks with null", async () => {
    const files = [aquastatCells, drinkingWaterCells, damCells, levelCells, areaCells, balanceCells, dischargeCells];
    const cells = files.flatMap((read, index) => sample(read(), 50, 20_261_124 + index));
    expect(cells).toHaveLength(350);

    const data = await answer(`{ ${cells.map(({ field }, i) => `f${i}: ${field}`).join(" ")} }`);

    for (const [i, { where, expected, read }] of cells.entries()) expect(read(data[`f${i}`]), where).toBe(expected);
  });
});

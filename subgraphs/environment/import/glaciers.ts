import { readdir } from "node:fs/promises";
import { cell, type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";
import type { NewTable } from "../../kit/snapshot/write.ts";
import { byColumns, figure } from "./publisher-files.ts";

const countryOf: Readonly<Record<string, string>> = { KG: "KGZ", KZ: "KAZ" };

const info = {
  sources: ["WGMS"],
  licence: "open access with citation",
  vintage: "2021",
  retrievedAt: "2026-11-23T00:00:00Z",
};

/** The glaciers whose mass is measured, and their balances. */
export async function glacierTables(folder: string): Promise<readonly NewTable[]> {
  const links = await readCsv(folder, "glaciers_wgms/rgi_wgms_links_20220112_central_asia.csv");
  const records = await readBalances(folder);
  const glaciers = links.map((row) => {
    const wgmsId = figure(row, "WGMS_ID");
    const unit = cell(row, "POLITICAL_UNIT");
    const country = countryOf[unit];
    if (!country) throw new Error(`Glacier ${wgmsId} lies in ${unit}`);
    const surveyed = records.findLast((record) => record.wgmsId === wgmsId && record.areaKm2 !== undefined);
    return {
      wgmsId,
      name: cell(row, "NAME"),
      country,
      latitude: figure(row, "CenLat"),
      longitude: figure(row, "CenLon"),
      areaKm2: surveyed?.areaKm2,
      areaYear: surveyed?.year,
    };
  });
  return [
    {
      name: "glaciers",
      info: {
        ...info,
        rule: "Every glacier of the region with measured balances; position from the links to the Randolph Glacier Inventory, area from the newest row of its record that has one.",
        columns: {
          wgmsId: "Number of the glacier at WGMS",
          name: "Name as WGMS spells it",
          country: "ISO 3166-1 alpha-3 code",
          latitude: "Latitude of the centre in decimal degrees",
          longitude: "Longitude of the centre in decimal degrees",
          areaKm2: "Newest reported area in square kilometres",
          areaYear: "Year in which that area was reported",
        },
      },
      rows: glaciers.toSorted(byColumns("wgmsId")),
    },
    {
      name: "glacier-balances",
      info: {
        ...info,
        rule: "Every row of the files that has a balance; a blank was not measured. Remarks are left out, but a balance that they call preliminary is marked.",
        columns: {
          wgmsId: "Number of the glacier at WGMS",
          year: "Year in which the balance year ends",
          annualMmWe: "Change of mass over the year in millimetres of water equivalent",
          winterMmWe: "Gain of mass in winter in millimetres of water equivalent",
          summerMmWe: "Loss of mass in summer in millimetres of water equivalent",
          preliminary: "true where WGMS calls the balance preliminary",
        },
      },
      rows: records
        .filter(({ annualMmWe, winterMmWe, summerMmWe }) =>
          [annualMmWe, winterMmWe, summerMmWe].some((balance) => balance !== undefined),
        )
        .map(({ areaKm2: _, ...row }) => row),
    },
  ];
}

async function readBalances(folder: string) {
  const names = (await readdir(`${folder}/glaciers_wgms`)).filter((name) => name.startsWith("mbdata_"));
  const files = await Promise.all(names.map((name) => readCsv(folder, `glaciers_wgms/${name}`)));
  return files.flat().map(toRecord).toSorted(byColumns("wgmsId", "year"));
}

function toRecord(row: PublisherRow) {
  return {
    wgmsId: Number(cell(row, "WGMS_ID")),
    year: Number(cell(row, "YEAR")),
    annualMmWe: figure(row, "ANNUAL_BALANCE"),
    winterMmWe: figure(row, "WINTER_BALANCE"),
    summerMmWe: figure(row, "SUMMER_BALANCE"),
    areaKm2: figure(row, "AREA"),
    preliminary: /preliminary/i.test(cell(row, "REMARKS")) || undefined,
  };
}

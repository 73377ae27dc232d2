/**
 * Acute food insecurity in Afghanistan by the Integrated Food Security Phase Classification, from its files on the
 * Humanitarian Data Exchange: public domain, no key.
 * https://data.humdata.org/dataset/afghanistan-acute-food-insecurity-country-data
 *
 * One file holds the whole country, one its provinces and one the areas that were analysed, towns and groups of
 * districts among them. Rounded parts need not add up to the whole, so the people analysed are kept beside those in
 * each phase. That an early analysis was of one region alone no file says.
 */
import { z } from "zod";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import type { Source } from "../../kit/source/source.ts";
import type { PlaceNames } from "../place-names.ts";
import {
  type AnalysedPlace,
  areaPlace,
  type PhaseRow,
  provincePlace,
  toAnalyses,
  wholePlace,
} from "../records/analyses.ts";
import { type FoodSecurityRecord, foodCountry } from "../records/food.ts";
import { listHdxFiles, numberCell, type RowShape, readHdxFile } from "./hdx-files.ts";

const dataset = "afghanistan-acute-food-insecurity-country-data";

const phase = z.object({
  "Date of analysis": z.string(),
  "Validity period": z.string(),
  From: z.string(),
  To: z.string(),
  Phase: z.string(),
  Number: numberCell,
});
const inProvince = phase.extend({ "Level 1": z.string() });
const inArea = inProvince.extend({ Area: z.string() });

export interface IpcDeps extends LiveDeps {
  readonly places: () => Promise<PlaceNames>;
  /** The regions that analyses were of, by analysis. */
  readonly regions: () => Promise<ReadonlyMap<string, string>>;
}

/** All analyses, by alpha-3 code of the country; there are those of Afghanistan alone. */
export function createIpcAnalyses(deps: IpcDeps): Source<string, readonly FoodSecurityRecord[]> {
  const { upstream, places, regions } = deps;
  return {
    id: upstream.id,
    async fetch(countries, signal) {
      if (!countries.includes(foodCountry)) return new Map();
      const [listing, known, regional] = await Promise.all([
        listHdxFiles(upstream, dataset, signal),
        places(),
        regions(),
      ]);
      const read = <Row extends z.infer<typeof phase>>(
        name: string,
        row: RowShape<Row>,
        placeOf: (row: Row) => AnalysedPlace,
      ) => {
        const make = (rows: readonly Row[]) => toAnalyses(rows.map((each) => toPhase(each, placeOf(each))));
        return readHdxFile(upstream, listing, { file: new RegExp(`^ipc_afg_${name}_long\\.csv$`), row, make }, signal);
      };
      const files = await Promise.all([
        read("national", phase, (row) => wholePlace(row["Date of analysis"], regional)),
        read("level1", inProvince, (row) => provincePlace(row["Level 1"], known)),
        read("area", inArea, (row) => areaPlace(row.Area, row["Level 1"] || null, known)),
      ]);
      const data = files.flatMap((file) => file.data);
      const days = files.flatMap(({ vintage }) => vintage ?? []).toSorted();
      return new Map([[foodCountry, liveReading(deps, data, days.at(-1))]]);
    },
  };
}

function toPhase(row: z.infer<typeof phase>, place: AnalysedPlace): PhaseRow {
  return {
    analysis: row["Date of analysis"],
    validity: row["Validity period"],
    from: row.From,
    to: row.To,
    phase: row.Phase,
    people: row.Number,
    place,
  };
}

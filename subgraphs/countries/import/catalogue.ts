import { z } from "zod";
import { readJson } from "../../kit/snapshot/publisher-file.ts";

const entry = z.object({
  wb: z.string().nullable(),
  wbName: z.string().nullable(),
  sdgSeries: z.string().nullable(),
  sdgIndicator: z.string().nullable(),
});

/** The list of indicators that matter here: which World Bank code stands closest to which series of the UN. */
export interface Catalogue {
  /** World Bank code to the title the publisher gives it. */
  readonly titles: ReadonlyMap<string, string>;
  /** World Bank code to SDG indicators; a goal or a target in the list is no indicator and is left out. */
  readonly sdgIndicators: ReadonlyMap<string, readonly string[]>;
  /** Ids of closest matches: comparable, never the same. */
  readonly relations: readonly (readonly [string, string])[];
}

/** The catalogue pairs refugees by country of asylum with the UN's series by country of origin; the code by origin is the match. */
const corrected: Readonly<Record<string, string>> = { "SM.POP.REFG": "SM.POP.REFG.OR" };

export async function readCatalogue(folder: string, sdgCodes: ReadonlySet<string>): Promise<Catalogue> {
  const entries = await readJson(folder, "wdi/recommended_catalogue.json", z.array(entry));
  const titles = new Map<string, string>();
  const sdgIndicators = new Map<string, readonly string[]>();
  const relations: (readonly [string, string])[] = [];
  for (const { wb: listed, wbName, sdgSeries, sdgIndicator } of entries) {
    if (!listed) continue;
    if (wbName) titles.set(listed, wbName);
    const wb = corrected[listed] ?? listed;
    sdgIndicators.set(
      wb,
      (sdgIndicator ?? "").split("/").filter((code) => sdgCodes.has(code)),
    );
    if (sdgSeries) relations.push([wb, `UNSD:${sdgSeries}`]);
  }
  return { titles, sdgIndicators, relations };
}

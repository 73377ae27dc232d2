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
  /** Id to the ids of the closest matches, both ways: comparable, never the same. */
  readonly related: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The catalogue pairs refugees by country of asylum with the UN's series by country of origin; the code by origin is the match. */
const corrected: Readonly<Record<string, string>> = { "SM.POP.REFG": "SM.POP.REFG.OR" };

export async function readCatalogue(folder: string, sdgCodes: ReadonlySet<string>): Promise<Catalogue> {
  const entries = await readJson(folder, "wdi/recommended_catalogue.json", z.array(entry));
  const titles = new Map<string, string>();
  const sdgIndicators = new Map<string, readonly string[]>();
  const related = new Map<string, Set<string>>();
  const relate = (from: string, to: string) => related.set(from, (related.get(from) ?? new Set()).add(to));
  for (const { wb: listed, wbName, sdgSeries, sdgIndicator } of entries) {
    if (!listed) continue;
    if (wbName) titles.set(listed, wbName);
    const wb = corrected[listed] ?? listed;
    sdgIndicators.set(
      wb,
      (sdgIndicator ?? "").split("/").filter((code) => sdgCodes.has(code)),
    );
    if (!sdgSeries) continue;
    relate(wb, `UNSD:${sdgSeries}`);
    relate(`UNSD:${sdgSeries}`, wb);
  }
  return { titles, sdgIndicators, related };
}

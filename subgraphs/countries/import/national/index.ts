import { sourceById } from "../../../kit/register/sources.ts";
import type { NewTable } from "../../../kit/snapshot/write.ts";
import type { Indicators, Relation } from "../indicators.ts";
import { readTexts } from "../texts.ts";
import { readGlobalSeries } from "./global-series.ts";
import { contradicts, nationalRow } from "./indicators.ts";
import { readPlatforms } from "./platforms.ts";
import { selectSeries } from "./series.ts";
import { nationalTables } from "./tables.ts";

export interface National extends Indicators {
  readonly tables: readonly NewTable[];
}

/**
 * The headline figures of the national SDG platforms.
 *
 * @param globalUnit unit of the UN's series with a code, where one is shipped
 */
export async function importNational(
  folder: string,
  sdgCodes: ReadonlySet<string>,
  globalUnit: (code: string) => string | undefined,
): Promise<National> {
  const global = await readGlobalSeries(folder);
  const own = await readTexts("national-series", "id");
  const texts = { own, sdgIndicators: await readTexts("sdg-indicators", "code"), global, globalUnit };
  const ownUnit = (...ids: readonly string[]) => {
    const units = ids.map((id) => own.find(id)?.["unit"]);
    return units.find(Boolean);
  };
  const platforms = await readPlatforms(folder, (code) => global.get(code)?.sdgIndicator);
  const selections = platforms.map((platform) => selectSeries(platform, { sdgCodes, globalUnit, ownUnit }));
  const series = selections.flatMap((selection) => selection.series);
  return {
    rows: series.map((each) => nationalRow(each, sourceById(each.platform.source).url, texts)),
    relations: series.flatMap((each): Relation[] =>
      contradicts(each, globalUnit) ? [] : [[each.id, `UNSD:${each.code}`]],
    ),
    tables: nationalTables(selections),
  };
}

import { cell, type PublisherRow } from "../../../kit/snapshot/publisher-file.ts";
import { commonNature } from "../indicator-natures.ts";
import type { Texts } from "../texts.ts";
import type { GlobalSeries } from "./global-series.ts";
import type { NationalSeries } from "./series.ts";
import { isSameKind } from "./units.ts";

export interface NationalTexts {
  /** The project's own words, by id of a series or of a page, such as `KGZ:6.4.2.1`. */
  readonly own: Texts;
  /** The short titles of the SDG indicators. */
  readonly sdgIndicators: Texts;
  /** The UN's series by code. */
  readonly global: ReadonlyMap<string, GlobalSeries>;
  /** Unit of the UN's series with a code, where one is shipped. */
  readonly globalUnit: (code: string) => string | undefined;
}

/** Whether the UN's series of the same code is another one for all that, as the units show. */
export function contradicts({ code, unit }: NationalSeries, globalUnit: NationalTexts["globalUnit"]): boolean {
  const global = globalUnit(code);
  const isShare = unit.startsWith("%") && global?.startsWith("%");
  return global !== undefined && !isShare && !isSameKind(unit, global);
}

/** A national series as a row of the table of indicators. */
export function nationalRow(series: NationalSeries, url: string, texts: NationalTexts) {
  const { id, platform, sdgIndicators, unit, figures } = series;
  return {
    id,
    ...titlesOf(series, texts),
    unit,
    description: descriptionOf(series),
    source: platform.source,
    vintage: platform.vintage,
    nature: commonNature(figures.map(({ nature }) => nature)),
    sdgIndicators: sdgIndicators.join(";"),
    url,
    table: tableOf(series),
    country: platform.country,
  };
}

export function tableOf({ platform }: Pick<NationalSeries, "platform">): string {
  return `national-${platform.country.toLowerCase()}`;
}

function titlesOf(series: NationalSeries, texts: NationalTexts): { title: string; titleRu: string } {
  const { id, code, page, alone, platform } = series;
  const own = texts.own.find(id);
  if (own) return { title: cell(own, "title"), titleRu: cell(own, "titleRu") };
  const global = texts.global.get(code);
  if (global && !contradicts(series, texts.globalUnit)) return { title: global.title, titleRu: "" };
  const [sdgIndicator = ""] = series.sdgIndicators;
  const ofPage = texts.own.find(`${platform.country}:${page}`);
  if (!ofPage && page !== sdgIndicator) return titlesOfOwnPage(series, texts.sdgIndicators.of(sdgIndicator));
  const base = ofPage ?? texts.sdgIndicators.of(sdgIndicator);
  if (alone && ofPage) return { title: cell(base, "title"), titleRu: cell(base, "titleRu") };
  const [en, ru] = code
    ? [`national series ${code}`, `национальный ряд ${code}`]
    : ["national figure", "национальные данные"];
  return { title: `${cell(base, "title")} (${en})`, titleRu: `${cell(base, "titleRu")} (${ru})` };
}

/** Of a page of the country's own without a title: what it measures is known only by the SDG indicator above it. */
function titlesOfOwnPage({ page, code, alone }: NationalSeries, sdgIndicator: PublisherRow) {
  const [en, ru] = alone || !code ? ["", ""] : [`, series ${code}`, `, ряд ${code}`];
  return {
    title: `National indicator ${page}${en}, under: ${cell(sdgIndicator, "title")}`,
    titleRu: `Национальный показатель ${page}${ru}, в составе: ${cell(sdgIndicator, "titleRu")}`,
  };
}

function descriptionOf({ page, sdgIndicators }: NationalSeries): string {
  const isOwn = !sdgIndicators.includes(page);
  const what = isOwn ? `The country's own indicator ${page}` : `Indicator ${page} as the country reports it`;
  return `${what} on its national SDG platform, which has the definition; it may differ from that of the UN.`;
}

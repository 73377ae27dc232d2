import { groupBy } from "../../../kit/group-by.ts";
import { byText } from "../../../kit/snapshot/publisher-file.ts";
import { type HeadlineFigure, headlinesOf, type Platform } from "./figure.ts";
import { isPossible, nationalUnit } from "./units.ts";

/** The headline figures of one definition of a national platform. */
export interface NationalSeries {
  readonly id: string;
  readonly platform: Platform;
  /** The first page that shows it. */
  readonly page: string;
  /** Code at the platform; empty where it has none. */
  readonly code: string;
  /** Whether its page shows no other series. */
  readonly alone: boolean;
  readonly unit: string;
  /** Codes of the SDG indicators under which the platform shows it. */
  readonly sdgIndicators: readonly string[];
  /** One a year, the oldest first. */
  readonly figures: readonly HeadlineFigure[];
}

export interface Knowledge {
  readonly sdgCodes: ReadonlySet<string>;
  /** Unit of the UN's series with a code, where one is shipped. */
  readonly globalUnit: (code: string) => string | undefined;
  /** Unit in the project's own words, where the platform states none or says less, by the first id that has one. */
  readonly ownUnit: (...ids: readonly string[]) => string | undefined;
}

interface OnPage extends Pick<NationalSeries, "page" | "code" | "alone" | "figures"> {
  readonly sdgIndicator: string;
}

export interface Selection {
  readonly series: readonly NationalSeries[];
  /** Ids left out because a share of theirs is below 0 or above 100. */
  readonly impossible: readonly string[];
}

/** Series, or whole pages, whose unit as the platform states it cannot be that of the figures. */
const doubtful = new Map([
  ["KAZ:9.1.2", "millions of passengers as passengers per million people"],
  ["KAZ:SG_REG_CENSUSN", "a yes as 1 %"],
  ["TJK:SH_DYN_MORT", "33 deaths of 100 children"],
  ["TJK:SH_DYN_NMRT", "13 deaths of 100 children"],
  ["TJK:SH_HIV_INCD", "14 new infections a year of 1,000 people"],
]);

/** What of a country's platform is left out for its unit, in words; empty where nothing is. */
export function doubtfulUnits(country: string): string {
  const ids = [...doubtful].filter(([id]) => id.startsWith(country)).map(([id, why]) => `${id} (${why})`);
  return ids.length > 0 ? `Left out because the unit stated cannot be right: ${ids.join(", ")}.` : "";
}

export function selectSeries(platform: Platform, { sdgCodes, globalUnit, ownUnit }: Knowledge): Selection {
  const pages = groupBy(platform.figures, ({ page }) => page);
  const onPages = [...pages].flatMap(([page, figures]): OnPage[] => {
    const sdgIndicator = page.split(".").slice(0, 3).join(".");
    const named = groupBy(headlinesOf(figures), ({ series }) => series);
    if (!sdgCodes.has(sdgIndicator)) return [];
    return [...named].map(([code, ofSeries]) => ({
      page,
      code,
      alone: named.size === 1,
      sdgIndicator,
      figures: ofSeries,
    }));
  });
  const series: NationalSeries[] = [];
  const impossible: string[] = [];
  for (const [id, [first, ...others]] of byId(platform.country, onPages)) {
    const onPage = `${platform.country}:${first.page}`;
    if (doubtful.has(id) || doubtful.has(onPage)) continue;
    const own = ownUnit(id, onPage);
    const units = new Map(
      first.figures.flatMap(({ unit: code }) => {
        const stated = nationalUnit(code, globalUnit(first.code));
        const unit = stated === undefined && code !== "" ? undefined : (own ?? stated);
        return unit === undefined ? [] : [[code, unit]];
      }),
    );
    if (units.size > 1) throw new Error(`${id} is in several units: ${[...units.values()].join(", ")}`);
    const [[unitCode, unit] = []] = units;
    if (unitCode === undefined || unit === undefined) continue;
    const figures = onePerYear(first.figures.filter((figure) => figure.unit === unitCode));
    if (figures.length === 0) continue;
    if (figures.some(({ value }) => !isPossible(unit, value))) {
      impossible.push(id);
      continue;
    }
    const { page, code, alone } = first;
    const sdgIndicators = [...new Set([first, ...others].map(({ sdgIndicator }) => sdgIndicator))].toSorted(byText);
    series.push({ id, platform, page, code, alone, unit, sdgIndicators, figures });
  }
  return { series, impossible };
}

/** A code that stands for the same figures on all its pages is one series; else its page tells it apart. */
function byId(country: string, onPages: readonly OnPage[]): Map<string, [OnPage, ...OnPage[]]> {
  const ids = new Map<string, [OnPage, ...OnPage[]]>();
  for (const [code, ofCode] of groupBy(onPages, ({ code }) => code)) {
    const [first, ...others] = ofCode;
    if (code !== "" && first && others.every(({ figures }) => saysTheSame(figures, first.figures))) {
      ids.set(`${country}:${code}`, [first, ...others]);
      continue;
    }
    for (const each of ofCode) ids.set([country, each.page, code].filter(Boolean).join(":"), [each]);
  }
  return ids;
}

function saysTheSame(a: readonly HeadlineFigure[], b: readonly HeadlineFigure[]): boolean {
  const text = (figures: readonly HeadlineFigure[]) =>
    JSON.stringify(figures.map(({ year, unit, value }) => [year, unit, value]).toSorted());
  return text(a) === text(b);
}

/** A year for which the platform gives several figures is undecided and left out. */
function onePerYear(figures: readonly HeadlineFigure[]): HeadlineFigure[] {
  const years = [...groupBy(figures, ({ year }) => year).values()];
  return years
    .flatMap(([first, ...others]) => (first && others.every(({ value }) => value === first.value) ? [first] : []))
    .toSorted((a, b) => a.year - b.year);
}

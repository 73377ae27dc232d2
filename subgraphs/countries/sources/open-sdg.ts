/**
 * The national SDG platforms of Kazakhstan, Kyrgyzstan and Tajikistan: static files that Open SDG builds, official
 * statistics, no key. https://open-sdg.readthedocs.io
 *
 * Each page is an indicator: one of the UN, or the country's own below one. `headline` holds the figures of the whole
 * and is `[]` where there are none; `comb` holds all figures by column. Both name series and units in the language of
 * their folder, `untranslated` by code, and only where a page has several. What is the same for a whole page, the
 * multiplier of counts and amounts with it, is in neither.
 */
import { groupBy } from "../../kit/group-by.ts";
import { atMost } from "../../kit/source/at-most.ts";
import { gather } from "../../kit/source/gather.ts";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import type { NationalSeriesRecord, Observation, SeriesKey } from "../records.ts";
import { combFile, headlineFile, type NationalFigures, toNationalFigures, wholeOf } from "./open-sdg-figures.ts";

/** A page is up to four calls. More than these wait for the next time they are asked for, when the first ones are kept. */
const mostPages = 40;

export interface OpenSdgDeps extends LiveDeps {
  /** Where the platform has each series, by the id of its indicator. */
  readonly places: () => Promise<ReadonlyMap<string, NationalSeriesRecord>>;
}

/** The figures of one platform. Keys of series that it does not have are absent from the answer. */
export function createOpenSdg(deps: OpenSdgDeps): Source<SeriesKey, readonly Observation[]> {
  const { upstream, places } = deps;
  const nothing: NationalFigures = new Map();

  async function figuresOf(folder: string, page: string, signal?: AbortSignal): Promise<NationalFigures> {
    const accepts = [404];
    const headline = await upstream.get({
      path: `/${folder}/headline/${page}.json`,
      accepts,
      signal,
      parse: (answer) => (answer.status === 404 ? undefined : toNationalFigures(json(headlineFile)(answer))),
    });
    if (headline === undefined || headline.size > 0) return headline ?? nothing;
    return upstream.get({
      path: `/${folder}/comb/${page}.json`,
      accepts,
      signal,
      parse: (answer) => (answer.status === 404 ? nothing : toNationalFigures(wholeOf(json(combFile)(answer)))),
    });
  }

  async function readPage(
    page: string,
    wanted: ReadonlyMap<SeriesKey, NationalSeriesRecord>,
    signal?: AbortSignal,
  ): Promise<Map<SeriesKey, Reading<readonly Observation[]>>> {
    const figures = await figuresOf("en", page, signal);
    const isNamed = [...figures.keys()].some((name) => name !== "");
    const isLacking = [...wanted.values()].some((place) => figuresIn(figures, place) === undefined);
    const byCode = isNamed && isLacking ? await figuresOf("untranslated", page, signal) : nothing;
    const readings = new Map<SeriesKey, Reading<readonly Observation[]>>();
    for (const [key, place] of wanted) {
      const found = figuresIn(figures, place) ?? byCode.get(place.series ?? "");
      if (!found || found.length === 0) continue;
      const data = found.map((figure) => ({ ...figure, qualifier: null, nature: null, note: place.note }));
      readings.set(key, liveReading(deps, data));
    }
    return readings;
  }

  return {
    id: upstream.id,
    async fetch(keys, signal) {
      const known = await places();
      const placed = keys.flatMap((key) => {
        const place = known.get(key.indicator.id);
        return place ? [{ key, place }] : [];
      });
      const calls = [...groupBy(placed, ({ place }) => place.page)].map(([page, onPage]) => {
        const wanted = new Map(onPage.map(({ key, place }) => [key, place]));
        return { keys: [...wanted.keys()], read: () => readPage(page, wanted, signal) };
      });
      return gather(atMost({ source: upstream.id, most: mostPages, what: "pages" }, calls));
    },
  };
}

/** By the code of the series; a page that shows just one need not name it. */
function figuresIn(figures: NationalFigures, { series, alone }: NationalSeriesRecord) {
  const [only] = figures.values();
  return figures.get(series ?? "") ?? (alone && figures.size === 1 ? only : undefined);
}

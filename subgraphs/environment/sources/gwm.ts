/**
 * NASA Global Water Monitor, heights of lakes by radar altimetry every six to ten days: public domain, no key.
 * https://earth.gsfc.nasa.gov/gwm/
 *
 * A text of some fifty lines of explanation and then columns; 999.99, 9999.99 and 99.999 stand for no value. Heights
 * are given relative to a pass of the mission and above the EGM2008 geoid; only the latter are kept.
 */
import { SourceMalformed } from "../../kit/source/errors.ts";
import type { HttpAnswer } from "../../kit/source/http.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";
import type { LevelRecord } from "../records.ts";

/** The service's number of each lake of ours that is known to have one. */
const lakeNumbers: Readonly<Record<string, string>> = { "caspian-sea": "000270" };

const columns = { date: 2, errorM: 6, heightM: 14 };
const fills = new Set([999.99, 9999.99, 99.999]);

/** Levels by id of the lake; lakes that the service does not number, or has no file of, are absent. */
export function createGwm(deps: LiveDeps): Source<string, readonly LevelRecord[]> {
  const { upstream } = deps;
  const isKnown = (lake: string) => lake in lakeNumbers;
  const read = async (lake: string, signal?: AbortSignal) => {
    const data = await upstream.get({
      path: `/timeseries/lake${lakeNumbers[lake]}.10d.2.txt`,
      headers: { accept: "text/plain" },
      accepts: [404],
      parse: (answer) => (answer.status === 404 ? [] : parseGwm(answer)),
      signal,
    });
    const newest = data.at(-1);
    return newest && liveReading(deps, data, newest.date);
  };
  return oneByOne(upstream.id, read, isKnown);
}

/** @throws SourceMalformed when no line looks like an observation */
function parseGwm({ source, text }: HttpAnswer): LevelRecord[] {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells.length > columns.heightM && /^(19|20)\d{6}$/.test(cells[columns.date] ?? ""));
  if (rows.length === 0) throw new SourceMalformed(source, "answers with a file without observations");
  const levels = rows.flatMap((cells): LevelRecord[] => {
    const levelM = toNumber(cells[columns.heightM]);
    const day = cells[columns.date] ?? "";
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return levelM === null ? [] : [{ datum: "EGM2008", date, levelM, errorM: toNumber(cells[columns.errorM]) }];
  });
  return levels.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function toNumber(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isNaN(value) || fills.has(Math.abs(value)) ? null : value;
}

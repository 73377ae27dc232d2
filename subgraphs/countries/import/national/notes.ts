import { noteOf } from "../../unsd-notes.ts";
import type { NationalSeries } from "./series.ts";

/**
 * What a reader of a bare figure must know of its series: which of the country's own indicators it is, and what part of
 * the whole it stands for. Empty for the whole of an indicator of the UN.
 */
export function noteOfSeries({ page, sdgIndicators, figures }: NationalSeries): string {
  const own = sdgIndicators.includes(page) ? "" : `national indicator ${page}`;
  const shared = figures[0]?.shared ?? new Map<string, string>();
  const part = noteOf(new Map([...shared].map(([name, code]) => [name.toLowerCase(), inOurSpelling(code)])));
  return [own, part].filter(Boolean).join("; ");
}

const spellings: Readonly<Record<string, string>> = { F: "female", M0: "lt1m" };

/** `Y0T4` is `lt5y`, `Y15T24` is `15_24`, `M0` is `lt1m`: the spelling of the tables of the UN. */
function inOurSpelling(code: string): string {
  if (spellings[code]) return spellings[code];
  const [, from, to] = code.match(/^Y(?:_GE)?(\d+)(?:T(\d+))?$/) ?? [];
  if (from === undefined) return code.toLowerCase();
  if (to === undefined) return from;
  return from === "0" ? `lt${Number(to) + 1}y` : `${from}_${to}`;
}

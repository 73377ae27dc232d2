import { publishersAnswer } from "./shared-data.ts";
import type { Upstream } from "./upstream.ts";

/** Where the Financial Tracking Service answers questions on flows. */
export const flowPath = "/v1/public/fts/flow";

/** Has the service answer with the three pages that it gave for Afghanistan in 2020; only where the publishers' files are. */
export function scriptAfghanistan2020(replay: Pick<Upstream, "script" | "url">): void {
  const pages = ["", "-page-2", "-page-3"];
  const pathOf = (index: number) => (index === 0 ? flowPath : `/recorded${pages[index]}`);
  for (const [index, page] of pages.entries()) {
    const body = JSON.parse(publishersAnswer("humanitarian", `fts/custom-search-locationid-1-year-2020${page}.json`));
    const isLast = index === pages.length - 1;
    const nextLink = `${replay.url}${pathOf(index + 1)}`;
    replay.script(pathOf(index), { body: isLast ? body : { ...body, meta: { ...body.meta, nextLink } } });
  }
}

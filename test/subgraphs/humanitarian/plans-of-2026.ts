import { groupedFlows, planList, plansPath, scriptGroupings } from "../../support/fts-plans.ts";
import type { Reply, Upstream } from "../../support/upstream.ts";

/** The plan that the shipped table knows as HAFG26, under another code. */
export const renamed = {
  id: 1502,
  code: "HAFG26r",
  name: "Afghanistan Revised Plan 2026",
  years: [2026],
  countries: ["AFG"],
  original: 1714181496,
  revised: 1_000_000_000,
};
export const flash = {
  ...renamed,
  id: 4000,
  code: "FAFG26",
  name: "Afghanistan Flash Appeal 2026",
  revised: 50_000_000,
};
/** A plan of two countries. */
export const regional = {
  ...renamed,
  id: 1600,
  code: "RAFG26",
  name: "Regional Refugee Response Plan 2026",
  countries: ["IRN", "TJK"],
  revised: 300,
};

/** Has the service list plans of 2026, with what they ask for and got. @param flows what it answers when it is asked for flows themselves */
export function publishPlans(
  replay: Pick<Upstream, "script">,
  plans: (typeof renamed)[],
  flows: Reply = { status: 404, body: "" },
): void {
  replay.script(plansPath(2026), planList(plans));
  const groupings = {
    "1502 globalcluster": groupedFlows(400_000_000, [
      { id: 7, name: "Health", asked: 200_000_000, given: 300_000_000 },
      { name: "Not specified", given: 90_000_000 },
    ]),
    "4000 globalcluster": groupedFlows(0, []),
    "1600 globalcluster": groupedFlows(90, []),
    "1600 location": groupedFlows(90, [{ id: 220, name: "Tajikistan", asked: 100, given: 30 }]),
  };
  scriptGroupings(replay, groupings, flows);
}

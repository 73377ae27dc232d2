import type { Probe } from "../../kit/source/probe.ts";
import { createGdacs } from "./gdacs.ts";
import { createGlide } from "./glide.ts";
import { createGwm } from "./gwm.ts";
import { createGww } from "./gww.ts";
import { createOpenMeteoAir } from "./open-meteo-air.ts";
import { createOpenMeteoArchive } from "./open-meteo-archive.ts";
import { createOpenMeteoFlood } from "./open-meteo-flood.ts";
import { createOpenAq } from "./openaq.ts";
import { createUsgs } from "./usgs.ts";

const khujand = { latitude: 40.28, longitude: 69.82 };
const almaty = { latitude: 43.24, longitude: 76.89 };
const dayMs = 86_400_000;
const dayBefore = (now: number, days: number) => new Date(now - days * dayMs).toISOString().slice(0, 10);

export const probes: readonly Probe[] = [
  { id: "GLIDE", ask: (deps, signal) => createGlide(deps).fetch([lastYearOf("KGZ", deps.clock())], signal) },
  {
    id: "OPEN_METEO_FLOOD",
    ask: (deps, signal) => createOpenMeteoFlood(deps).fetch([{ ...khujand, normM3s: null }], signal),
  },
  { id: "OPEN_METEO_AIR", ask: (deps, signal) => createOpenMeteoAir(deps).fetch([almaty], signal) },
  {
    id: "OPEN_METEO_ARCHIVE",
    ask(deps, signal) {
      const now = deps.clock();
      return createOpenMeteoArchive(deps).fetch(
        [{ ...almaty, from: dayBefore(now, 20), to: dayBefore(now, 14) }],
        signal,
      );
    },
  },
  {
    id: "USGS",
    ask(deps, signal) {
      const now = deps.clock();
      return createUsgs(deps).fetch([{ from: dayBefore(now, 30), to: dayBefore(now, 0), minMagnitude: 5 }], signal);
    },
  },
  { id: "GDACS", ask: (deps, signal) => createGdacs(deps).fetch([lastYearOf("TJK", deps.clock())], signal) },
  { id: "OPENAQ", ask: (deps, signal) => createOpenAq(deps).fetch(["TM"], signal) },
  { id: "GWM", ask: (deps, signal) => createGwm(deps).fetch(["caspian-sea"], signal) },
  { id: "GWW", ask: (deps, signal) => createGww(deps).fetch(["toktogul"], signal) },
];

function lastYearOf(country: string, now: number) {
  return { country, from: dayBefore(now, 365), to: dayBefore(now, 0) };
}

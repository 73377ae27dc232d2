import type { HazardKind } from "../types/enums.ts";

/** The two letters by which GDACS and GLIDE tell kinds of disasters. */
const kinds: Readonly<Record<string, HazardKind>> = {
  EQ: "EARTHQUAKE",
  FL: "FLOOD",
  FF: "FLOOD",
  DR: "DROUGHT",
  WF: "WILDFIRE",
  TC: "CYCLONE",
  VO: "VOLCANO",
};

export function hazardKindOf(letters: string): HazardKind {
  return kinds[letters.toUpperCase()] ?? "OTHER";
}

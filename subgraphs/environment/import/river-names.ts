import { rivers } from "./reference/rivers.ts";
import type { RiverReference } from "./reference/types.ts";

const byName = new Map<string, RiverReference>();
for (const river of rivers) {
  for (const name of [river.id, river.names.EN, ...(river.aliases ?? [])]) byName.set(normalize(name), river);
}

/** The river that a publisher's file means, whatever the spelling. */
export function riverByName(name: string): RiverReference | undefined {
  return byName.get(normalize(name));
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

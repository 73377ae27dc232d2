import { distance } from "fastest-levenshtein";

/** The choices nearest to what was typed, best first; none when nothing is near. Case does not count. */
export function suggest(typed: string, choices: Iterable<string>, most = 3): string[] {
  const text = typed.trim().toUpperCase();
  const furthest = Math.max(1, Math.floor(text.length / 3));
  const ranked: { choice: string; steps: number }[] = [];
  for (const choice of choices) {
    if (Math.abs(choice.length - text.length) > furthest) continue;
    const steps = distance(text, choice.toUpperCase());
    if (steps <= furthest) ranked.push({ choice, steps });
  }
  return ranked
    .sort((a, b) => a.steps - b.steps || (a.choice < b.choice ? -1 : 1))
    .slice(0, most)
    .map(({ choice }) => choice);
}

/**
 * The publishers whose figures in an answer are older than their time to live, where the query asked for `freshness`:
 * by name where it asked for that too, else by the release or the day of the reading.
 */
export function staleSources(data: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("freshness" in value && value.freshness === "STALE") found.add(nameOf(value as Provenance));
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(data);
  return [...found];
}

function nameOf(provenance: Provenance): string {
  const { source, vintage, retrievedAt } = provenance;
  return source?.publisher ?? source?.title ?? vintage ?? retrievedAt ?? "?";
}

interface Provenance {
  readonly source?: { readonly publisher?: string; readonly title?: string };
  readonly vintage?: string | null;
  readonly retrievedAt?: string;
}

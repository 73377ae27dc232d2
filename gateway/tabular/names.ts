import { unitKey } from "./hidden-keys.ts";

/**
 * Names for columns from the keys that lead to them: what stands in the row's own object has its key for a name,
 * everything else its parent's too, and two columns with one name get more keys until they differ.
 * The names depend on the query alone, never on its answer.
 *
 * @param rowPath keys that lead to the objects of which there is one per row
 */
export function nameColumns(paths: readonly (readonly string[])[], rowPath: readonly string[]): string[] {
  const shown = paths.map((path) => path.map((key) => (key === unitKey ? "unit" : key)));
  const lengths = paths.map((path) => (isOwn(path, rowPath) ? 1 : Math.min(2, path.length)));
  for (;;) {
    const names = shown.map((path, i) => path.slice(-(lengths[i] ?? 1)).join("."));
    const clashing = names.map((name, i) => names.indexOf(name) !== i || names.lastIndexOf(name) !== i);
    const longer = lengths.map((length, i) => (clashing[i] ? Math.min(length + 1, shown[i]?.length ?? 1) : length));
    if (longer.every((length, i) => length === lengths[i])) return names;
    lengths.splice(0, lengths.length, ...longer);
  }
}

function isOwn(path: readonly string[], rowPath: readonly string[]): boolean {
  return path.length === rowPath.length + 1 && rowPath.every((key, i) => path[i] === key);
}

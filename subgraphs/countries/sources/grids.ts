/** A call for every row with every column. */
export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export interface GridLimits {
  readonly countries: number;
  readonly indicators: number;
  /** Of the joined names of one side. */
  readonly characters: number;
}

/** Covers keys by as few grids as the limits allow: countries that are asked for the same indicators go together. */
export function gridsOf<Key>(
  keys: readonly Key[],
  rowOf: (key: Key) => string,
  columnOf: (key: Key) => string,
  limits: GridLimits,
): Grid[] {
  const columnsByRow = new Map<string, Set<string>>();
  for (const key of keys) {
    const columns = columnsByRow.get(rowOf(key)) ?? new Set();
    columnsByRow.set(rowOf(key), columns.add(columnOf(key)));
  }
  const rowsByColumns = new Map<string, string[]>();
  for (const [row, columns] of columnsByRow) {
    const shape = [...columns].sort().join("\n");
    rowsByColumns.set(shape, [...(rowsByColumns.get(shape) ?? []), row]);
  }
  return [...rowsByColumns].flatMap(([shape, rows]) =>
    chunk(rows, limits.countries, limits.characters).flatMap((some) =>
      chunk(shape.split("\n"), limits.indicators, limits.characters).map((columns) => ({ rows: some, columns })),
    ),
  );
}

function chunk(names: readonly string[], most: number, characters: number): string[][] {
  const chunks: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const current = chunks.at(-1);
    if (current && current.length < most && length + 1 + name.length <= characters) {
      current.push(name);
      length += 1 + name.length;
    } else {
      chunks.push([name]);
      length = name.length;
    }
  }
  return chunks;
}

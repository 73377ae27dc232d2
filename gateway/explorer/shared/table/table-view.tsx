import "./table.css";
import { useMemo, useState } from "react";
import type { Cell } from "../../../tabular/rows.ts";
import type { Table } from "../../../tabular/table.ts";
import { formatNumber } from "../format.ts";
import { type Language, useLanguage } from "../language.tsx";
import { rolesOf } from "./columns.ts";
import { type Order, sortRows } from "./sort-rows.ts";

const firstRows = 200;

/** The answer as rows, sorted by the column whose header is pressed. */
export function TableView({ table }: { readonly table: Table }) {
  const { texts, language } = useLanguage();
  const [order, setOrder] = useState<Order>();
  const [isWhole, setWhole] = useState(false);
  const rows = useMemo(() => (order ? sortRows(table.rows, order, language) : table.rows), [table, order, language]);
  const roles = useMemo(() => rolesOf(table), [table]);
  if (rows.length === 0) return <p className="hint">{texts.noRows}</p>;
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  const count = formatNumber(rows.length, language);
  return (
    <>
      <p className="hint">
        {shown.length < rows.length ? texts.rowsShown(formatNumber(shown.length, language), count) : texts.rows(count)}{" "}
        {shown.length < rows.length && (
          <button type="button" className="button" onClick={() => setWhole(true)}>
            {texts.showAll}
          </button>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard */}
      <section className="table-frame" aria-label={texts.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.header.map((name, column) => (
                <th key={name} scope="col" aria-sort={order?.column === column ? order.direction : undefined}>
                  <button type="button" onClick={() => setOrder(nextOrder(order, column))} title={texts.sortBy(name)}>
                    {name}
                    <span aria-hidden="true">{order?.column === column ? arrows[order.direction] : ""}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn anew with every order and hold no state
              <tr key={i}>
                {row.map((cell, column) => (
                  <TableCell
                    key={table.header[column]}
                    cell={cell}
                    isYear={roles[column] === "time"}
                    language={language}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const arrows = { ascending: " ↑", descending: " ↓" } as const;

function nextOrder(order: Order | undefined, column: number): Order {
  const isAgain = order?.column === column && order.direction === "ascending";
  return { column, direction: isAgain ? "descending" : "ascending" };
}

interface TableCellProps {
  readonly cell: Cell;
  readonly isYear: boolean;
  readonly language: Language;
}

function TableCell({ cell, isYear, language }: TableCellProps) {
  const { texts } = useLanguage();
  if (cell === null) {
    return (
      <td className="empty">
        <span className="unseen">{texts.missing}</span>
      </td>
    );
  }
  if (typeof cell === "number") return <td className="number">{isYear ? cell : formatNumber(cell, language)}</td>;
  return <td>{String(cell)}</td>;
}

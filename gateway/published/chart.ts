import type { Citation } from "../citations/citation.ts";
import type { Cell } from "../tabular/rows.ts";
import type { Table } from "../tabular/table.ts";
import type { Mark, OperationHeader } from "./operation-file.ts";
import { type PageLanguage, words } from "./words.ts";

/** What a chart shows, apart from how it is drawn. */
export interface Chart {
  readonly mark: Mark;
  readonly title: string;
  readonly subtitle: string;
  /** Publisher, title, release and licence of each source, a line each. */
  readonly sourceLines: readonly string[];
  readonly x: Axis;
  readonly y: Axis;
  /** One for each row that has both x and y. */
  readonly points: readonly Point[];
  readonly hasColours: boolean;
  readonly hasFacets: boolean;
  readonly hasTargets: boolean;
  /** What the amounts are, unit included. */
  readonly amountTitle: string;
  readonly language: PageLanguage;
}

export interface Point {
  readonly x: string | number;
  readonly y: string | number;
  readonly colour: string;
  readonly facet: string;
  readonly label: string;
  readonly target: number | null;
  readonly amount: number | null;
}

export interface Axis {
  readonly title: string;
  readonly kind: "year" | "date" | "number" | "name";
}

export interface ChartParts {
  readonly header: OperationHeader;
  readonly table: Table;
  readonly citations: readonly Citation[];
  readonly language: PageLanguage;
}

/** The chart of an answer, by the hints of its query. */
export function toChart({ header, table, citations, language }: ChartParts): Chart {
  const { mark, x, y, colour, facet, target, amount, where, label } = header.chart;
  const [condition, wanted] = where?.split(":") ?? [];
  const indexOf = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const [xAt, yAt, colourAt, facetAt] = [indexOf(x), indexOf(y), indexOf(colour), indexOf(facet)];
  const [targetAt, amountAt, labelAt] = [indexOf(target), indexOf(amount), indexOf(label)];
  const conditionAt = indexOf(condition);
  const points = table.rows.flatMap((row) => {
    const [px, py] = [row[xAt], row[yAt]];
    if (px === null || py === null || px === undefined || py === undefined) return [];
    return [
      {
        x: toPosition(px, x),
        y: toPosition(py, y),
        colour: String(row[colourAt] ?? ""),
        facet: String(row[facetAt] ?? ""),
        label: String(row[labelAt] ?? ""),
        target: toNumber(row[targetAt]),
        amount: where === undefined || row[conditionAt] === wanted ? toNumber(row[amountAt]) : null,
      },
    ];
  });
  return {
    mark,
    title: language === "ru" ? header.titleRu : header.title,
    subtitle: fillIn((language === "ru" ? header.subtitleRu : undefined) ?? header.subtitle ?? "", table),
    sourceLines: citations.map((citation) => toSourceLine(citation, language)),
    x: toAxis(
      xAt,
      points.map((point) => point.x),
    ),
    y: toAxis(
      yAt,
      points.map((point) => point.y),
    ),
    points,
    hasColours: new Set(points.map((point) => point.colour)).size > 1,
    hasFacets: facetAt >= 0,
    hasTargets: targetAt >= 0,
    amountTitle: (language === "ru" ? header.unitRu : undefined) ?? header.unit ?? table.header[amountAt] ?? "",
    language,
  };

  function toAxis(at: number, values: readonly (string | number)[]): Axis {
    const name = table.columns[at]?.name ?? "";
    if (values.every((value) => typeof value === "string")) {
      const areDates = values.length > 0 && values.every((value) => /^\d{4}-\d\d(-\d\d)?$/.test(value));
      return { title: "", kind: areDates ? "date" : "name" };
    }
    if (isYear(name)) return { title: words[language].year, kind: "year" };
    const unit = language === "ru" ? (header.unitRu ?? header.unit) : header.unit;
    const shownUnit = unit ?? table.units[at] ?? name;
    // Two axes of one unit would read the same.
    return { title: mark === "point" && at === xAt ? `${name}, ${shownUnit}` : shownUnit, kind: "number" };
  }
}

/** A period that is a calendar year is a number, wherever the graph says it as a text. */
function toPosition(cell: string | number | boolean, column: string): string | number {
  if (typeof cell === "boolean") return String(cell);
  return isYear(column) && /^\d{4}$/.test(String(cell)) ? Number(cell) : cell;
}

function toNumber(cell: Cell | undefined): number | null {
  return typeof cell === "number" ? cell : null;
}

function isYear(column: string): boolean {
  return ["year", "period"].includes(column.split(".").at(-1) ?? "");
}

function toSourceLine({ publisher, title, vintages, licence }: Citation, language: PageLanguage): string {
  const release = vintages.length > 0 ? `, ${words[language].release} ${vintages.join(", ")}` : "";
  return `${words[language].source}: ${publisher}, ${title}${release} (${licence})`;
}

/** `{column}` becomes what the column holds: its first three values, since a subtitle is one line. */
function fillIn(template: string, { columns, rows }: Table): string {
  return template.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const at = columns.findIndex((column) => column.name === name);
    const values = [...new Set(rows.map((row) => row[at] ?? null).filter((cell) => cell !== null))].map(String);
    return values.length > 3 ? `${values.slice(0, 3).join(", ")} …` : values.join(", ");
  });
}

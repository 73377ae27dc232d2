import { sources } from "../../subgraphs/kit/register/sources.ts";
import type { PublishedAnswer } from "../published/answers.ts";
import type { PublishedOperation } from "../published/operations.ts";

/** Something new in the figures, with the published queries that show it. */
export interface Change {
  /** The same for the same change, whenever the feed is made. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** When the figures were taken from the publisher, or revised, ISO 8601. */
  readonly at: string;
  /** Paths below /q/ of the published queries that show it, as JSON. */
  readonly queries: readonly string[];
}

export interface AnsweredQuery {
  readonly operation: PublishedOperation;
  /** The query string that was asked; empty for the defaults. */
  readonly search: string;
  readonly answer: PublishedAnswer;
}

const register = new Map(sources.map((source) => [source.id, source]));

/** What the answers of the published queries tell of new releases and revised totals, the newest first. */
export function changesIn(answered: readonly AnsweredQuery[]): Change[] {
  return [...releases(answered), ...revisions(answered)].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1),
  );
}

/** One change for each release of each source that feeds a published query, shipped or fetched. */
function releases(answered: readonly AnsweredQuery[]): Change[] {
  const byRelease = new Map<string, { source: string; vintage: string | null; at: string; queries: Set<string> }>();
  for (const { operation, search, answer } of answered) {
    for (const { source, vintage, retrievedAt } of answer.provenance) {
      const key = `${source}/${vintage ?? ""}`;
      const release = byRelease.get(key) ?? { source, vintage, at: retrievedAt, queries: new Set() };
      release.queries.add(pathOf(operation, search));
      if (release.at < retrievedAt) release.at = retrievedAt;
      byRelease.set(key, release);
    }
  }
  return [...byRelease].flatMap(([key, { source: id, vintage, at, queries }]) => {
    const source = register.get(id);
    if (!source) return [];
    const title = `${source.publisher}, ${source.title}${vintage === null ? "" : `: release ${vintage}`}`;
    const summary = `Figures taken from the publisher on ${at.slice(0, 10)}. Licence: ${source.licence}. ${source.url}`;
    return [{ id: `release/${key}`, title, summary, at, queries: [...queries].sort() }];
  });
}

/** What the queries that show revisions say of them, each text once. */
function revisions(answered: readonly AnsweredQuery[]): Change[] {
  return answered.flatMap(({ operation, search, answer: { table } }) => {
    const { name, header } = operation;
    const { change } = header;
    if (!change) return [];
    const cell = (row: readonly unknown[], column: string) =>
      row[table.columns.findIndex((candidate) => candidate.name === column)] ?? null;
    const texts = new Map<string, string>();
    for (const row of table.rows) {
      const at = cell(row, change.at);
      if (at !== null)
        texts.set(
          change.text.replace(/\{([\w.]+)\}/g, (_, column) => shown(cell(row, column))),
          toInstant(String(at)),
        );
    }
    return [...texts].map(([title, at]) => ({
      id: `revision/${name}${search}/${at}`,
      title,
      summary: header.description,
      at,
      queries: [pathOf(operation, search)],
    }));
  });
}

function pathOf({ name }: PublishedOperation, search: string): string {
  return `${name}.json${search}`;
}

function shown(cell: unknown): string {
  return typeof cell === "number" ? cell.toLocaleString("en-US", { maximumFractionDigits: 2 }) : String(cell ?? "");
}

/** A date, or a release named by its month or year, as an instant. */
function toInstant(date: string): string {
  const parsed = new Date(date);
  return Number.isNaN(parsed.getTime()) ? date : parsed.toISOString();
}

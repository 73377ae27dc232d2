import { z } from "zod";

/** What the comment at the head of a file in schema/operations says of its query. */
export interface OperationHeader {
  readonly title: string;
  readonly titleRu: string;
  readonly description: string;
  readonly descriptionRu: string | undefined;
  /** The subgraph that most of it comes from: lists group by it. */
  readonly subgraph: string;
  /** How long an answer is kept and may be kept by others. */
  readonly maxAgeSeconds: number;
  readonly chart: ChartHints;
  /** Line under the title; `{column}` stands for what that column holds. */
  readonly subtitle: string | undefined;
  readonly subtitleRu: string | undefined;
  /** What the feed of changes says of each row of the answer, when the query shows changes. */
  readonly change: ChangeHints | undefined;
  /** Unit of the chart's numbers where the graph does not say it beside them, and its Russian. */
  readonly unit: string | undefined;
  readonly unitRu: string | undefined;
  /** Meaning of each variable, by name. */
  readonly variables: ReadonlyMap<string, string>;
}

export interface ChangeHints {
  /** `{column}` stands for the cell of the row. */
  readonly text: string;
  /** Name of the column with the date of the change, ISO 8601. */
  readonly at: string;
  /** The query strings whose answers the feed reads. */
  readonly searches: readonly string[];
}

export const marks = ["line", "bar", "point", "matrix", "map"] as const;
export type Mark = (typeof marks)[number];

/** How an answer is drawn; everything but the mark is the name of a column of its table. */
export interface ChartHints {
  readonly mark: Mark;
  /** On a map the longitude. */
  readonly x: string;
  /** On a map the latitude. */
  readonly y: string;
  /** Name by which marks are told apart. */
  readonly colour: string | undefined;
  /** Name for each of which there is a small picture with a scale of its own. */
  readonly facet: string | undefined;
  /** Number that a bar should have reached. */
  readonly target: string | undefined;
  /** Number that colours a cell of a matrix or sizes a point of a map. */
  readonly amount: string | undefined;
  /** Name whose rows alone have an amount, and what it must be, such as `status:BOTH`. */
  readonly where: string | undefined;
  /** Name that is written beside the largest points of a map. */
  readonly label: string | undefined;
}

const header = z.strictObject({
  title: z.string(),
  titleRu: z.string(),
  description: z.string(),
  descriptionRu: z.string().optional(),
  subgraph: z.string(),
  maxAgeSeconds: z.coerce.number().int().positive(),
  chart: z.string(),
  subtitle: z.string().optional(),
  subtitleRu: z.string().optional(),
  change: z.string().optional(),
  changedAt: z.string().optional(),
  changesOf: z.string().optional(),
  unit: z.string().optional(),
  unitRu: z.string().optional(),
});

/**
 * Reads the head of an operation file: comment lines `# name: text`, where a line indented further goes on with the
 * text before it and `$name` describes a variable.
 *
 * @throws when a line is missing, unknown or cannot be read
 */
export function parseOperationHeader(text: string): OperationHeader {
  const entries: [string, string][] = [];
  for (const line of text.split("\n")) {
    const comment = /^#( *)(.*)$/.exec(line);
    if (!comment) break;
    const [, indent = "", content = ""] = comment;
    const named = indent.length <= 1 ? /^(\$?\w+): *(.*)$/.exec(content) : null;
    const last = entries.at(-1);
    if (named) entries.push([named[1] ?? "", named[2] ?? ""]);
    else if (last && content) last[1] = `${last[1]} ${content.trim()}`.trim();
  }
  const fields = entries.filter(([name]) => !name.startsWith("$"));
  const variables = entries.filter(([name]) => name.startsWith("$"));
  const {
    chart,
    descriptionRu,
    subtitle,
    subtitleRu,
    change,
    changedAt,
    changesOf = "",
    unit,
    unitRu,
    ...rest
  } = header.parse(Object.fromEntries(fields));
  return {
    ...rest,
    descriptionRu,
    subtitle,
    subtitleRu,
    change:
      change !== undefined && changedAt !== undefined
        ? { text: change, at: changedAt, searches: changesOf.split(/\s+/) }
        : undefined,
    unit,
    unitRu,
    chart: parseChart(chart),
    variables: new Map(variables.map(([name, meaning]) => [name.slice(1), meaning])),
  };
}

/** `line x=year y=value colour=country.name` */
function parseChart(text: string): ChartHints {
  const [mark, ...channels] = text.trim().split(/\s+/);
  const { x, y, colour, facet, target, amount, where, label } = Object.fromEntries(
    channels.map((channel) => channel.split("=", 2)),
  );
  const known = marks.find((each) => each === mark);
  if (!known || !x || !y)
    throw new Error(`Not a chart: ${text}. Write it like "line x=year y=value colour=country.name"`);
  return { mark: known, x, y, colour, facet, target, amount, where, label };
}

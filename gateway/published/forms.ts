import { GraphError } from "../../subgraphs/kit/errors.ts";
import { licenceLinks } from "../citations/licence-links.ts";
import { type Representation, toRepresentation } from "../http/representation.ts";
import { byteOrderMark, toCsv } from "../tabular/csv.ts";
import type { PublishedAnswer } from "./answers.ts";
import { toChart } from "./chart.ts";
import type { Size } from "./drawing/style.ts";
import type { PublishedOperation } from "./operations.ts";
import { renderSvg } from "./render.ts";
import type { PageLanguage } from "./words.ts";

export const formats = ["json", "csv", "svg"] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = {
  json: "application/json",
  csv: "text/csv",
  svg: "image/svg+xml",
};

const mostPoints = 5000;

export interface FormOptions {
  readonly format: Format;
  readonly language: PageLanguage;
  /** Of a drawing. */
  readonly size: Size;
  /** How the sources are cited in JSON, if at all. */
  readonly cite: "text" | "bibtex" | undefined;
  /** For CSV that a spreadsheet will open: programs read the mark as part of the first column's name. */
  readonly withByteOrderMark: boolean;
}

/** A form of an answer, made once. @throws GraphError for a chart of more points than can be told apart */
export function formOf(
  operation: PublishedOperation,
  answer: PublishedAnswer,
  options: FormOptions,
): Promise<Representation> {
  const { format, language, size, cite, withByteOrderMark } = options;
  const key = [format, language, size, cite, withByteOrderMark].join();
  const made =
    answer.forms.get(key) ??
    makeForm(operation, answer, options).catch((error) => {
      answer.forms.delete(key);
      throw error;
    });
  answer.forms.set(key, made);
  return made;
}

async function makeForm(
  operation: PublishedOperation,
  answer: PublishedAnswer,
  { format, language, size, cite, withByteOrderMark }: FormOptions,
): Promise<Representation> {
  const { data, table, citations } = answer;
  const links = [...licenceLinks(citations), ...alternateLinks(operation.name, format)].join(", ");
  const headers = { "content-type": `${mediaTypes[format]}; charset=utf-8`, ...(links && { link: links }) };
  if (format === "json") {
    const cited = citations.map(({ bibtex, ...rest }) => (cite === "bibtex" ? { ...rest, bibtex } : rest));
    return toRepresentation(
      `${JSON.stringify({ data, ...(cite && { extensions: { citations: cited } }) })}\n`,
      headers,
    );
  }
  if (format === "csv") {
    let text = withByteOrderMark ? byteOrderMark : "";
    for await (const chunk of toCsv(table.header, table.rows)) text += chunk;
    return toRepresentation(text, {
      ...headers,
      "content-type": `${headers["content-type"]}; header=present`,
      "content-disposition": `inline; filename="${operation.name}.csv"`,
    });
  }
  const chart = toChart({ header: operation.header, table, citations, language });
  if (chart.points.length > mostPoints) {
    throw new GraphError(
      "TOO_MANY",
      `${chart.points.length} points, more than the ${mostPoints} of one chart. Narrow it.`,
    );
  }
  return toRepresentation(await renderSvg(chart, size), {
    ...headers,
    "content-language": language,
    // An SVG opened by itself is a page: this one runs and loads nothing.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
}

function alternateLinks(name: string, format: Format): string[] {
  return formats
    .filter((other) => other !== format)
    .map((other) => `</q/${name}.${other}>; rel="alternate"; type="${mediaTypes[other]}"`);
}

/**
 * Files on the Humanitarian Data Exchange: a data set lists its files, and a file is a table with names in its first
 * row and, in older ones, tags that begin with # in its second.
 * https://data.humdata.org/documentation
 */
import { csvParse } from "d3-dsv";
import { z } from "zod";
import { SourceMalformed } from "../../kit/source/errors.ts";
import { checked, json } from "../../kit/source/json.ts";
import type { Upstream } from "../../kit/source/upstream.ts";

const dataset = z.object({
  success: z.literal(true),
  result: z.object({
    resources: z.array(
      z.object({
        name: z.string(),
        download_url: z.string().optional(),
        url: z.string().optional(),
        last_modified: z.string().nullish(),
      }),
    ),
  }),
});

export interface HdxTable<Row> {
  readonly rows: readonly Row[];
  /** Day on which the file was last changed. */
  readonly vintage: string | null;
}

export interface HdxFile<Row> {
  /** Name of the data set in its address. */
  readonly dataset: string;
  /** Name of the file. */
  readonly file: RegExp;
  readonly row: z.ZodType<Row>;
}

/** Finds a file of a data set and reads it; undefined when there is no such data set. @throws SourceError */
export async function readHdxFile<Row>(
  upstream: Upstream,
  { dataset: id, file, row }: HdxFile<Row>,
  signal?: AbortSignal,
): Promise<HdxTable<Row> | undefined> {
  const found = await upstream.get({
    path: "/api/3/action/package_show",
    query: { id },
    accepts: [404],
    parse: (answer) => (answer.status === 404 ? undefined : json(dataset)(answer)),
    signal,
  });
  if (!found) return undefined;
  const resource = found.result.resources.find(({ name }) => file.test(name));
  const link = resource?.download_url ?? resource?.url;
  if (!resource || !link) throw new SourceMalformed(upstream.id, "no longer lists the file that is read here");
  const rows = await upstream.get({
    path: link,
    headers: { accept: "text/csv" },
    parse: ({ source, text }) => {
      const table = [...csvParse(text)].filter((each) => !Object.values(each).some((cell) => cell?.startsWith("#")));
      return checked(source, z.array(row), table);
    },
    signal,
  });
  return { rows, vintage: resource.last_modified?.slice(0, 10) ?? null };
}

/** A cell that holds a number or nothing. */
export const numberCell = z.string().transform((text, context) => {
  if (text.trim() === "") return null;
  const value = Number(text);
  if (Number.isNaN(value)) context.addIssue({ code: "custom", message: "Invalid input: expected a number" });
  return value;
});

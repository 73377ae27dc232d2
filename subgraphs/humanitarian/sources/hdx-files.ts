/**
 * Files on the Humanitarian Data Exchange: a data set lists its files, and a file is a table with names in its first
 * row and, in older ones, tags that begin with # in its second.
 * https://data.humdata.org/documentation
 */
import { z } from "zod";
import { parseCsv } from "../../kit/source/csv.ts";
import { SourceMalformed } from "../../kit/source/errors.ts";
import { checked, json } from "../../kit/source/json.ts";
import type { Upstream } from "../../kit/source/upstream.ts";
import { UnknownRow } from "../records/unknown-row.ts";

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

type HdxListing = z.infer<typeof dataset>["result"]["resources"];

/** The columns of a file that are read, by name. */
export type RowShape<Row> = z.ZodObject & z.ZodType<Row>;

export interface HdxFile<Row, T> {
  /** Name of the file. */
  readonly file: RegExp;
  readonly row: RowShape<Row>;
  /** What the rules of its table make of the rows; throws UnknownRow. */
  readonly make: (rows: readonly Row[]) => T;
}

/** The files of a data set. @param id its name in its address @throws SourceError */
export async function listHdxFiles(upstream: Upstream, id: string, signal?: AbortSignal): Promise<HdxListing> {
  const { result } = await upstream.get({
    path: "/api/3/action/package_show",
    query: { id },
    parse: json(dataset),
    signal,
  });
  return result.resources;
}

/** What a file holds, and the day on which it was last changed. @throws SourceError */
export async function readHdxFile<Row, T>(
  upstream: Upstream,
  listing: HdxListing,
  { file, row, make }: HdxFile<Row, T>,
  signal?: AbortSignal,
): Promise<{ data: T; vintage: string | null }> {
  const resource = listing.find(({ name }) => file.test(name));
  const link = resource?.download_url ?? resource?.url;
  if (!resource || !link) throw new SourceMalformed(upstream.id, "no longer lists the file that is read here");
  const data = await upstream.get({
    path: link,
    headers: { accept: "text/csv" },
    parse(answer) {
      const rows = withoutTags(parseCsv(answer, Object.keys(row.shape)));
      return byRules(answer.source, () => make(checked(answer.source, z.array<z.ZodType<Row>>(row), rows)));
    },
    signal,
  });
  return { data, vintage: resource.last_modified?.slice(0, 10) ?? null };
}

/** A row that the rules do not know means another file than the one they were written for. */
function byRules<T>(source: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof UnknownRow) throw new SourceMalformed(source, "has rows that the rules here do not know");
    throw error;
  }
}

function withoutTags(rows: readonly Readonly<Record<string, string>>[]) {
  const [first] = rows;
  const isTags = first && Object.values(first).some((cell) => cell.startsWith("#"));
  return isTags ? rows.slice(1) : [...rows];
}

/** A cell that holds a number or nothing. */
export const numberCell = z.string().transform((text, context) => {
  if (text.trim() === "") return null;
  const value = Number(text);
  if (Number.isNaN(value)) context.addIssue({ code: "custom", message: "Invalid input: expected a number" });
  return value;
});

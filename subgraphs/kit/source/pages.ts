import { SourceTruncated } from "./errors.ts";

export interface PageLimit {
  /** Id in the source register. */
  readonly source: string;
  readonly mostPages: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many pages the answer has, as this one says. */
  readonly pages: number;
}

/**
 * All rows of an answer whose pages say how many there are.
 *
 * @param read asks for a page, the first of which is 1
 * @throws SourceTruncated
 */
export async function readPages<Row>(
  { source, mostPages }: PageLimit,
  read: (page: number) => Promise<Page<Row>>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let number = 1, last = 1; number <= last; number++) {
    const { rows, pages } = await read(number);
    if (pages > mostPages) throw new SourceTruncated(source, `needs ${pages} pages for one answer`);
    last = pages;
    found.push(...rows);
  }
  return found;
}

/**
 * All rows of an answer whose pages say nothing of how many there are: the last is the first that is not full.
 *
 * @param read asks for a page, the first of which is 1
 * @throws SourceTruncated
 */
export async function readFullPages<Row>(
  { source, mostPages, pageSize }: PageLimit & { readonly pageSize: number },
  read: (page: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let number = 1; number <= mostPages; number++) {
    const rows = await read(number);
    found.push(...rows);
    if (rows.length < pageSize) return found;
  }
  throw new SourceTruncated(source, `needs over ${mostPages} pages for one answer`);
}

import { join } from "node:path";
import { projectRoot } from "../../kit/project-root.ts";
import { cell, type PublisherRow, readCsv } from "../../kit/snapshot/publisher-file.ts";

/** Titles and definitions in the project's own words, by the code they describe. */
export interface Texts {
  /** The row of a code. Throws where there is none: what is shipped has a title. */
  of(code: string): PublisherRow;
  find(code: string): PublisherRow | undefined;
}

export async function readTexts(name: string, key: string): Promise<Texts> {
  const rows = await readCsv(join(projectRoot, "subgraphs/countries/import/texts"), `${name}.csv`);
  const byCode = new Map(rows.map((row) => [cell(row, key), row]));
  return {
    find: (code) => byCode.get(code),
    of(code) {
      const row = byCode.get(code);
      if (!row || !cell(row, "title")) throw new Error(`No text for ${code} in texts/${name}.csv`);
      return row;
    },
  };
}

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import type { Row } from "../../subgraphs/kit/snapshot/cells.ts";
import { type Manifest, manifest } from "../../subgraphs/kit/snapshot/manifest.ts";
import { openSnapshot } from "../../subgraphs/kit/snapshot/read.ts";
import { type Importer, writeSnapshot } from "../../subgraphs/kit/snapshot/write.ts";

export interface CommittedTables {
  rowsOf(table: string): Promise<readonly Row[]>;
  /** The file of a table as it stands. */
  textOf(table: string): Promise<string>;
  /** The manifest, by the name of the table. */
  infos(): Promise<Manifest["tables"]>;
  /** The size of all files, the manifest among them. */
  bytes(): Promise<number>;
  /** Fails unless the importer makes these files anew, to the byte, of the publishers' files in a folder. */
  expectFrom(importer: Importer, published: string): Promise<void>;
}

/** The tables of one subgraph in the repository. */
export function committedTables(subgraph: string): CommittedTables {
  const folder = join(projectRoot, "subgraphs", subgraph, "snapshot");
  const snapshot = openSnapshot(subgraph);
  const read = (file: string) => readFile(join(folder, file), "utf8");
  return {
    rowsOf: async (table) => (await snapshot.read(table, (row) => row)).rows,
    textOf: (table) => read(`${table}.csv`),
    infos: async () => manifest.parse(JSON.parse(await read("manifest.json"))).tables,
    async bytes() {
      const files = await filesIn(folder);
      return [...files.values()].reduce((sum, file) => sum + file.length, 0);
    },
    async expectFrom(importer, published) {
      const imported = await mkdtemp(join(tmpdir(), `${subgraph}-`));
      try {
        await writeSnapshot(imported, await importer(published));
        const [made, kept] = await Promise.all([filesIn(imported), filesIn(folder)]);
        expect([...made.keys()]).toEqual([...kept.keys()]);
        for (const [name, file] of kept) expect(made.get(name)?.equals(file), name).toBe(true);
      } finally {
        await rm(imported, { recursive: true });
      }
    },
  };
}

/** The files of a folder by name, in the order of their names. */
async function filesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of (await readdir(folder)).toSorted()) files.set(name, await readFile(join(folder, name)));
  return files;
}

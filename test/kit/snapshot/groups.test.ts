import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSnapshot } from "../../../subgraphs/kit/snapshot/read.ts";

/** A snapshot with one table, `rivers`. */
function snapshotOf(rows: number, ...lines: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), "aryk-snapshot-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, "subgraphs", "waters", "snapshot");
  mkdirSync(folder, { recursive: true });
  const rivers = {
    sources: ["AQUASTAT"],
    licence: "CC-BY-4.0",
    vintage: "2026-01",
    retrievedAt: "2026-01-01T00:00:00Z",
    rule: "As it is.",
    columns: { basin: "Id", river: "Name" },
    rows,
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ tables: { rivers } }));
  writeFileSync(join(folder, "rivers.csv"), ["basin,river", ...lines, ""].join("\n"));
  return openSnapshot("waters", root);
}

test("a group holds its rows, is made when it is first asked for, and once", async () => {
  const made: number[] = [];
  const snapshot = snapshotOf(4, "aral,Syr Darya", 'aral,"Amu Darya, the ""Oxus"""', "aral-sea,", "ili,Или");
  const groups = await snapshot.readGroups("rivers", (rows) => {
    made.push(rows.length);
    return rows.map(({ river }) => river);
  });
  expect(made).toEqual([]);
  expect(groups.get("aral")).toEqual(["Syr Darya", 'Amu Darya, the "Oxus"']);
  expect(groups.get("aral")).toBe(groups.get("aral"));
  expect(groups.get("aral-sea")).toEqual([""]);
  expect(groups.get("ili")).toEqual(["Или"]);
  expect([groups.get("basin"), groups.get("ara"), groups.get("")]).toEqual([undefined, undefined, undefined]);
  expect(made).toEqual([2, 1, 1]);
});

test.each([
  ["rows of a group stand apart", 3, ["aral,a", "ili,b", "aral,c"], /aral do not stand together/],
  ["a cell has a line break", 2, ["aral,a", 'ili,"b\nc"'], /3 lines for 2 rows|do not stand together/],
  ["rows are missing", 3, ["aral,a", "ili,b"], /2 lines for 3 rows/],
])("a table of which %s is refused", async (_what, rows, lines, message) => {
  await expect(snapshotOf(rows, ...lines).readGroups("rivers", () => 0)).rejects.toThrow(message);
});

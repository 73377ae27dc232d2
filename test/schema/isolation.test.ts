import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { roster } from "../../subgraphs/roster.ts";

const names = roster.map(({ name }) => name);

/** The SDL of each subgraph, from a process of its own that imports them in this order. */
async function printInOrder(order: readonly string[]): Promise<Record<string, string>> {
  const args = ["--import", "tsx", "test/support/print-subgraphs.ts", ...order];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: projectRoot,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

test("a subgraph's schema is the same alone and beside the others, in either order", async () => {
  const [forward, backward, ...alone] = await Promise.all([
    printInOrder(names),
    printInOrder(names.toReversed()),
    ...names.map((name) => printInOrder([name])),
  ]);
  const each = Object.assign({}, ...alone);
  expect(Object.keys(each).sort()).toEqual(names.toSorted());
  expect(forward).toEqual(each);
  expect(backward).toEqual(each);
});

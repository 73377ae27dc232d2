import { expect, test } from "vitest";
import { paginate } from "../../subgraphs/kit/graphql/connection.ts";

const letters = [..."abcdefg"];
const page = (first: number, after?: string, items = letters) => paginate(items, (letter) => letter, { first, after });

test("pages follow each other without loss or repetition", () => {
  const one = page(3);
  const two = page(3, one.pageInfo.endCursor ?? "");
  const three = page(3, two.pageInfo.endCursor ?? "");
  expect([...one.nodes, ...two.nodes, ...three.nodes]).toEqual(letters);
  expect([one, two, three].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
  expect(two.totalCount).toBe(7);
});

test("a cursor stays on its node when nodes are added before it", () => {
  const { pageInfo } = page(3);
  expect(page(1, pageInfo.endCursor ?? "", ["new", ...letters]).nodes).toEqual(["d"]);
});

test("none may be asked for, but not fewer, nor too many, nor after a cursor of another list", () => {
  expect(page(0)).toMatchObject({ nodes: [], totalCount: 7, pageInfo: { endCursor: null, hasNextPage: true } });
  for (const wrong of [() => page(-1), () => page(1001), () => page(1, "nonsense")]) {
    expect(wrong).toThrow(expect.objectContaining({ extensions: { code: "INVALID_PAGE" } }));
  }
});

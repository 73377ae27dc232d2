import { type FieldNode, getNamedType, getNullableType, isListType } from "graphql";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { pageKey, totalKey } from "./hidden-keys.ts";
import type { Selected } from "./selection.ts";

/** The connection of a query that is read to its end, page by page. */
export interface Paged {
  /** Keys that lead to it. */
  readonly path: readonly string[];
  readonly field: FieldNode;
}

/** Where a page lies, as the keys added to the query tell. */
export interface PageState {
  readonly total: number;
  /** Cursor of the next page; undefined at the end. */
  readonly next: string | undefined;
}

/**
 * The connection to read to its end: one without `first` and `after`, which the query would cut at its default.
 * What is asked with `first` or `after` is one page and stays that.
 *
 * @throws GraphError NOT_A_TABLE when there are two of them, or one within a list: each would need a cursor of its own
 */
export function pagedConnection(selection: readonly Selected[]): Paged | undefined {
  const found = connections(selection, [], false);
  const [first, second] = found;
  if (second) {
    throw new GraphError(
      "NOT_A_TABLE",
      `${found.map(({ path }) => path.join(".")).join(" and ")} are two lists of pages. Ask for one of them at a time.`,
    );
  }
  return first;
}

function connections(selection: readonly Selected[], before: readonly string[], withinList: boolean): Paged[] {
  return selection.flatMap(({ key, type, field, children }) => {
    const path = [...before, key];
    const isOpen = !field.arguments?.some(({ name }) => name.value === "first" || name.value === "after");
    if (!getNamedType(type).name.endsWith("Connection")) {
      return connections(children, path, withinList || isListType(getNullableType(type)));
    }
    if (!isOpen) return [];
    if (withinList) {
      throw new GraphError(
        "NOT_A_TABLE",
        `${path.join(".")} is a list of pages within a list. Give it first (at most 1000), or ask for one parent.`,
      );
    }
    return [{ path, field }];
  });
}

/** Reads where the page of an answer lies. Without an answer there is nothing to page through. */
export function pageStateOf({ path }: Paged, data: unknown): PageState {
  const connection = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], data) as
    | { [pageKey]: { hasNextPage: boolean; endCursor: string | null }; [totalKey]: number }
    | null
    | undefined;
  if (!connection) return { total: 0, next: undefined };
  const { hasNextPage, endCursor } = connection[pageKey];
  return { total: connection[totalKey], next: hasNextPage ? (endCursor ?? undefined) : undefined };
}

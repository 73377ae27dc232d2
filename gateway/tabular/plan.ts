import { GraphQLFloat, GraphQLInt, getNamedType, getNullableType, isCompositeType, isListType } from "graphql";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { isHidden, unitKey } from "./hidden-keys.ts";
import { nameColumns } from "./names.ts";
import type { Selected } from "./selection.ts";

/** A column of the table. */
export interface Column {
  readonly name: string;
  readonly kind: "number" | "text";
  /** Index of the column with the unit of its numbers, when the graph says the unit beside the number. */
  readonly unitColumn: number | undefined;
  /** Added for the unit only, not asked for. */
  readonly isHidden: boolean;
}

/** An object of the answer: which of its keys are cells, which lead further. */
export interface TableNode {
  readonly key: string;
  readonly isList: boolean;
  readonly leaves: readonly { readonly key: string; readonly column: number }[];
  readonly objects: readonly TableNode[];
  /** The one object among them by whose list the rows multiply. */
  readonly spine: TableNode | undefined;
}

export interface TablePlan {
  readonly columns: readonly Column[];
  readonly root: TableNode;
}

interface Draft {
  readonly path: readonly string[];
  readonly kind: Column["kind"];
  readonly isHidden: boolean;
  /** Path of the unit beside it. */
  readonly unitPath: string | undefined;
}

/** Keys that hold a page of a list rather than a thing of their own; they do not appear in the names of columns. */
const wrappers = new Set(["nodes", "edges", "node"]);

/**
 * How an answer becomes one table. Each leaf that was selected is a column, in the order of the query. A list of
 * objects gives a row per item, and what stands outside of it is repeated; the list may hold another one, so that the
 * innermost gives the rows. A list within a list of which a single text is selected stays one cell.
 *
 * @throws GraphError NOT_A_TABLE when two lists stand beside each other: their rows belong to two tables
 */
export function planTable(selection: readonly Selected[]): TablePlan {
  const drafts: Draft[] = [];
  const root = toNode({ key: "", isList: false, selection, path: [], withinList: false });
  const rowPath = spinePath(root);
  const names = nameColumns(
    drafts.map(({ path }) => path.filter((key) => !wrappers.has(key))),
    rowPath.filter((key) => !wrappers.has(key)),
  );
  const paths = drafts.map(({ path }) => path.join("."));
  const columns = drafts.map(({ kind, isHidden, unitPath }, index) => ({
    name: names[index] ?? "",
    kind,
    isHidden,
    unitColumn: unitPath === undefined ? undefined : indexOrNone(paths.indexOf(unitPath)),
  }));
  if (columns.length === 0) throw new GraphError("NOT_A_TABLE", "Nothing that could be a column is selected.");
  return { columns, root };

  function toNode(place: Place): TableNode {
    const leaves: { key: string; column: number }[] = [];
    const objects: TableNode[] = [];
    const visible = place.selection.filter((selected) => !isPaging(selected));
    const lists = visible.filter(holdsList);
    for (const selected of visible) {
      const { key, type, children } = selected;
      const path = [...place.path, key];
      const isList = isListType(getNullableType(type));
      const joined = isList && isSingleText(selected) && (place.withinList || lists.length > 1);
      if (!isCompositeType(getNamedType(type)) || joined) {
        leaves.push({ key, column: drafts.length });
        drafts.push({
          path,
          kind: isNumeric(selected) ? "number" : "text",
          isHidden: isHidden(key),
          unitPath: unitPath(place, selected),
        });
      } else {
        objects.push(toNode({ key, isList, selection: children, path, withinList: place.withinList || isList }));
      }
    }
    const spines = objects.filter((object) => object.isList || object.spine);
    if (spines.length > 1) {
      const [one, other] = spines.map((spine) => [...place.path, ...spineOf(spine)].join("."));
      throw new GraphError(
        "NOT_A_TABLE",
        `${one} and ${other} are two lists beside each other, and their rows do not belong together. Ask for one of them at a time.`,
      );
    }
    return { key: place.key, isList: place.isList, leaves, objects, spine: spines[0] };
  }
}

interface Place {
  readonly key: string;
  readonly isList: boolean;
  readonly selection: readonly Selected[];
  readonly path: readonly string[];
  readonly withinList: boolean;
}

/** Keys that lead to the innermost list; none when the answer is a single row. */
function spinePath(root: TableNode): string[] {
  return root.spine ? spineOf(root.spine) : [];
}

function spineOf(node: TableNode): string[] {
  const rest = node.spine ? spineOf(node.spine) : [];
  return node.isList || rest.length > 0 ? [node.key, ...rest] : [];
}

function holdsList(selected: Selected): boolean {
  return (
    isCompositeType(getNamedType(selected.type)) &&
    (isListType(getNullableType(selected.type)) || selected.children.some(holdsList))
  );
}

function isSingleText({ children }: Selected): boolean {
  const [only, ...others] = children.filter(({ key }) => !isHidden(key));
  if (!only || others.length > 0 || isListType(getNullableType(only.type))) return false;
  return isCompositeType(getNamedType(only.type)) ? isSingleText(only) : !isNumeric(only);
}

function isNumeric({ type }: Selected): boolean {
  const scalar = getNullableType(type);
  return scalar === GraphQLFloat || scalar === GraphQLInt || ["Float", "Int"].includes(String(scalar));
}

/** What speaks of the page and not of the things in it. */
function isPaging({ key, parent, field }: Selected): boolean {
  const name = field.name.value;
  if (isHidden(key) && key !== unitKey) return true;
  return (
    (parent.endsWith("Connection") && (name === "pageInfo" || name === "totalCount")) ||
    (parent.endsWith("Edge") && name === "cursor")
  );
}

function unitPath({ path, selection }: Place, selected: Selected): string | undefined {
  if (selected.field.name.value !== "value" || !isNumeric(selected)) return undefined;
  const unit = selection.find((beside) => ["unit", "currency"].includes(beside.field.name.value));
  return unit && [...path, unit.key].join(".");
}

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}

import type { FetchNode, PlanNode } from "@apollo/query-planner";
import type { Place, PlaceStep } from "./place.ts";

/** One fetch of a plan, with where it belongs and what must be there before. */
export interface PlannedFetch {
  readonly node: FetchNode;
  readonly place: Place;
  /** Positions of the fetches it waits for, all before its own. */
  readonly after: readonly number[];
  /** How many fetches precede it at least. */
  readonly depth: number;
}

/** The tree of a plan as a list in which every fetch stands behind those it waits for. */
export function listFetches(plan: PlanNode | undefined): PlannedFetch[] {
  const fetches: PlannedFetch[] = [];

  /** Gives the positions of the fetches of the node; what follows the node waits for them. */
  function walk(node: PlanNode, place: Place, after: readonly number[]): readonly number[] {
    switch (node.kind) {
      case "Fetch": {
        const depth = 1 + Math.max(-1, ...after.map((position) => fetches[position]?.depth ?? 0));
        return [fetches.push({ node, place, after, depth }) - 1];
      }
      case "Flatten":
        return walk(node.node, [...place, ...node.path.flatMap((step) => toSteps(String(step)))], after);
      case "Parallel":
        return node.nodes.flatMap((child) => walk(child, place, after));
      case "Sequence": {
        const own: number[] = [];
        let previous = after;
        for (const child of node.nodes) {
          const positions = walk(child, place, previous);
          if (positions.length > 0) previous = positions;
          own.push(...positions);
        }
        return own;
      }
      default:
        // Conditions are decided before planning, and the planner is told to ignore @defer.
        throw new Error(`A plan has a ${node.kind} node`);
    }
  }

  if (plan) walk(plan, [], []);
  return fetches;
}

/** @param text such as `media`, `@` or `media|[Book,Film]`, the last for the objects of these types only */
function toSteps(text: string): PlaceStep[] {
  const [key = "", types] = text.split("|");
  const steps: PlaceStep[] = key === "" ? [] : [key];
  return types === undefined ? steps : [...steps, new Set(types.slice(1, -1).split(","))];
}

import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { type FieldNode, Kind, parse } from "graphql";
import type { RequiredArguments } from "../planning/required-arguments.ts";
import type { PlannedFetch } from "./fetches.ts";
import { type AnswerKeys, toAnswerKeys } from "./merge.ts";

/**
 * The fetches in an order in which none stands before the one that gives what it requires under the name of a stand-in.
 * Where it takes several fetches to gather a key, the planner forgets that what is required requires something itself;
 * then each fetch waits for those, of the ones that the plan has before it, that give it something.
 */
export function inOrderOfNeeds(
  fetches: readonly PlannedFetch[],
  { standIns }: RequiredArguments,
): readonly PlannedFetch[] {
  if (standIns.size === 0) return fetches;
  const given = fetches.map(givenPaths);
  const before = fetches.map((_, position) => closureOf(fetches, position));
  const giversOf = (path: string) => [...given.keys()].filter((position) => given[position]?.has(path));
  const missed = fetches.map((fetch, position) =>
    neededPaths(fetch)
      .filter((path) => standIns.has(lastOf(path)))
      .map(giversOf)
      .filter((givers) => givers.length > 0 && !givers.some((giver) => before[position]?.has(giver)))
      .flat(),
  );
  if (missed.every(({ length }) => length === 0)) return fetches;
  const after = fetches.map((fetch, position) => {
    const givers = neededPaths(fetch).flatMap(giversOf);
    return new Set([...givers.filter((giver) => before[position]?.has(giver)), ...(missed[position] ?? [])]);
  });
  return sorted(fetches, after) ?? fetches;
}

/** The positions of all fetches that the plan has before one. */
function closureOf(fetches: readonly PlannedFetch[], position: number): ReadonlySet<number> {
  const found = new Set<number>();

  function walk(own: number): void {
    for (const other of fetches[own]?.after ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      walk(other);
    }
  }

  walk(position);
  return found;
}

/** Undefined where they wait for each other in a circle. */
function sorted(
  fetches: readonly PlannedFetch[],
  after: readonly ReadonlySet<number>[],
): readonly PlannedFetch[] | undefined {
  const done: PlannedFetch[] = [];
  const positions = new Map<number, number>();
  while (done.length < fetches.length) {
    const isNext = (_: PlannedFetch, own: number) =>
      !positions.has(own) && [...(after[own] ?? [])].every((other) => positions.has(other));
    const next = fetches.findIndex(isNext);
    const fetch = fetches[next];
    if (!fetch) return undefined;
    const own = [...(after[next] ?? [])].map((other) => positions.get(other) as number);
    const depth = 1 + Math.max(-1, ...own.map((other) => done[other]?.depth ?? 0));
    positions.set(next, done.push({ ...fetch, after: own, depth }) - 1);
  }
  return done;
}

/** Where an object or a member of it stands, list items and types apart. */
function pathOf(place: PlannedFetch["place"]): string {
  return place.flatMap((step) => (typeof step === "string" && step !== "@" ? ["\n", step] : [])).join("");
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("\n") + 1);
}

/** The objects that a fetch asks about, and the members of them that it requires. */
function neededPaths({ node, place }: PlannedFetch): string[] {
  const paths: string[] = [];

  function walk(selections: readonly QueryPlanSelectionNode[], path: string): void {
    for (const own of selections) {
      const inner = own.kind === "Field" ? `${path}\n${own.name}` : path;
      if (own.kind === "Field") paths.push(inner);
      walk(own.selections ?? [], inner);
    }
  }

  const start = pathOf(place);
  if (start !== "") paths.push(start);
  walk(node.requires ?? [], start);
  return paths;
}

function givenPaths({ node, place }: PlannedFetch): ReadonlySet<string> {
  const paths = new Set<string>();

  function walk(keys: AnswerKeys, path: string): void {
    for (const [key, inner] of keys) {
      paths.add(`${path}\n${key}`);
      if (inner) walk(inner, `${path}\n${key}`);
    }
  }

  for (const definition of parse(node.operation, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const [entities] = definition.selectionSet.selections as readonly FieldNode[];
    const selections = node.requires ? entities?.selectionSet : definition.selectionSet;
    if (selections) walk(toAnswerKeys(selections, node.outputRewrites ?? []), pathOf(place));
  }
  return paths;
}

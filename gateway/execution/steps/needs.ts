import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { parse } from "graphql";
import { entitySelectionSet, operationOf } from "./entity-selections.ts";
import type { PlannedFetch } from "./fetches.ts";
import { type AnswerKeys, toAnswerKeys } from "./merge.ts";
import { keysOn, type Place } from "./place.ts";

/**
 * The fetches in an order in which none stands before all that give what it requires. Where it takes several fetches to
 * gather a key, the planner may have what is required fetched too late; then each fetch waits for those, of the ones
 * that the plan has before it, that give it something.
 */
export function inOrderOfNeeds(fetches: readonly PlannedFetch[]): readonly PlannedFetch[] {
  if (fetches.length < 3) return fetches;
  const given = fetches.map(givenPaths);
  const needed = fetches.map(neededPaths);
  const before = fetches.map((_, position) => closureOf(fetches, position));
  const giversOf = (path: string) => [...given.keys()].filter((position) => given[position]?.has(path));
  const missed = needed.map((paths, position) =>
    paths
      .map(giversOf)
      .filter((givers) => givers.length > 0 && !givers.some((giver) => before[position]?.has(giver)))
      .flat(),
  );
  if (missed.every(({ length }) => length === 0)) return fetches;
  const afterThose = (choose: (givers: readonly number[]) => readonly number[]) =>
    fetches.map((fetch, position) => {
      // Nothing is required of the roots, but mutations wait for each other.
      if (!fetch.node.requires) return new Set(fetch.after);
      const isBefore = (giver: number) => before[position]?.has(giver) === true;
      const givers = (needed[position] ?? []).flatMap((path) => choose(giversOf(path).filter(isBefore)));
      return new Set([...givers, ...(missed[position] ?? [])]);
    });
  const all = (givers: readonly number[]) => givers;
  // Of several that give the same, the first will do where all of them would make a circle.
  const first = (givers: readonly number[]) => givers.slice(0, 1);
  return sorted(fetches, afterThose(all)) ?? sorted(fetches, afterThose(first)) ?? fetches;
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
function pathOf(place: Place): string {
  return keysOn(place)
    .map((key) => `\n${key}`)
    .join("");
}

/** The path of a member of the objects at a place, as in {@link neededPaths}. */
export function memberPath(place: Place, key: string): string {
  return `${pathOf(place)}\n${key}`;
}

/** The objects that a fetch asks about, and the members of them that it requires. */
export function neededPaths({ node, place }: PlannedFetch): string[] {
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

  const document = parse(node.operation, { noLocation: true });
  const selections = node.requires ? entitySelectionSet(document) : operationOf(document).selectionSet;
  walk(toAnswerKeys(selections, node.outputRewrites ?? []), pathOf(place));
  return paths;
}

import { type DocumentNode, Kind, type SelectionNode } from "graphql";
import type { AnswerKeys } from "./merge.ts";
import { keysOn, type Place } from "./place.ts";
import type { Step } from "./step.ts";

type Asked = Map<string, Asked>;

/**
 * Refuses steps that leave out a field of the operation: the planner passes over what no type of an interface has a way
 * to, and the client would get null without a reason. What stands under a type condition may be left out, for a subgraph
 * need not know the type.
 *
 * @param planned the operation as it was planned
 */
export function assertComplete(planned: DocumentNode, steps: readonly Step[]): void {
  const asked: Asked = new Map();
  for (const { parts } of steps) {
    for (const part of parts) {
      for (const place of part.kind === "root" ? [[]] : part.places) addKeys(at(asked, place), part.keys);
    }
  }
  for (const definition of planned.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) assertAsked(definition.selectionSet.selections, asked, []);
  }
}

function at(asked: Asked, place: Place): Asked {
  return keysOn(place).reduce(member, asked);
}

function member(asked: Asked, key: string): Asked {
  const known = asked.get(key) ?? new Map();
  asked.set(key, known);
  return known;
}

function addKeys(asked: Asked, keys: AnswerKeys): void {
  for (const [key, inner] of keys) {
    const own = member(asked, key);
    if (inner) addKeys(own, inner);
  }
}

function assertAsked(selections: readonly SelectionNode[], asked: Asked, path: readonly string[]): void {
  for (const node of selections) {
    if (node.kind !== Kind.FIELD || node.name.value === "__typename") continue;
    const own = [...path, node.name.value];
    const inner = asked.get(node.alias?.value ?? node.name.value);
    if (!inner) throw new Error(`The supergraph has no way to ${own.join(".")}`);
    if (node.selectionSet) assertAsked(node.selectionSet.selections, inner, own);
  }
}

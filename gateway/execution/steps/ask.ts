import type { Data, Representations } from "../../data-sources/data-source.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import { contextsAt } from "./contexts.ts";
import { type ConcretePath, objectsAt, pathsAt } from "./place.ts";
import type { EntityPart, Step } from "./step.ts";

/** The objects of a part, and for each which of the part's representations stands for it. */
export interface AskedPart {
  readonly part: EntityPart;
  readonly objects: readonly Data[];
  /** -1 for an object that the call does not ask about. */
  readonly indexes: readonly number[];
  readonly texts: readonly string[];
}

/** What one call of a step asks. */
export interface Question {
  readonly parts: ReadonlyMap<EntityPart, AskedPart>;
  /** Arguments taken from the data. */
  readonly variables: Data;
}

/** The calls that a step needs: none when there is nothing to ask about, several when arguments differ by object. */
export function toQuestions(step: Step, data: Data, types: TypeIndex): Question[] {
  const parts = step.parts.filter((part) => part.kind === "entities");
  if (parts.length === 0) return [{ parts: new Map(), variables: {} }];
  const asked = parts.map((part) => askAbout(part, data));
  if (asked.every(({ texts }) => texts.length === 0)) return [];
  if (asked.some(({ part }) => part.contexts.length > 0)) return splitByContext(asked, data, types);
  return [{ parts: new Map(asked.map((own) => [own.part, own])), variables: {} }];
}

export function toRepresentations({ parts }: Question): Representations[] {
  return [...parts.values()].map(({ part, texts }) => ({ variable: part.variable, texts }));
}

/** Where in the data the objects of a part stand. */
export function allPathsOf({ places }: EntityPart, data: Data): ConcretePath[] {
  return places.flatMap((place) => pathsAt(data, place));
}

function askAbout(part: EntityPart, data: Data): AskedPart {
  const [only = []] = part.places;
  const objects =
    part.places.length === 1 ? objectsAt(data, only) : part.places.flatMap((place) => objectsAt(data, place));
  return numbered(part, objects, () => true);
}

/** Finds out which objects are the same for the subgraph: by their one key where that is enough, else by the whole text. */
function numbered(part: EntityPart, objects: readonly Data[], isAsked: (position: number) => boolean): AskedPart {
  const { represent, loneKey } = part.representing;
  const texts: string[] = [];
  const byType = new Map<unknown, Map<unknown, number>>();
  const indexes = objects.map((object, position) => {
    if (!isAsked(position)) return -1;
    const typename = object["__typename"];
    let known = byType.get(typename);
    if (!known) {
      known = new Map();
      byType.set(typename, known);
    }
    const key = loneKey(typename);
    const lone = key === undefined ? undefined : object[key];
    const isLone = typeof lone === "string" || typeof lone === "number";
    const sameLone = isLone ? known.get(lone) : undefined;
    if (sameLone !== undefined) return sameLone;
    const text = represent(object);
    if (text === undefined) return -1;
    const same = isLone ? undefined : known.get(text);
    if (same !== undefined) return same;
    known.set(isLone ? lone : text, texts.length);
    return texts.push(text) - 1;
  });
  return { part, objects, indexes, texts };
}

/** A variable has one value in a call, so that objects with different arguments are asked about in different calls. */
function splitByContext(asked: readonly AskedPart[], data: Data, types: TypeIndex): Question[] {
  const questions = new Map<string, { readonly variables: Data; readonly positions: Map<EntityPart, Set<number>> }>();
  for (const { part } of asked) {
    const contexts = part.places.flatMap((place) => contextsAt(data, place, part.contexts, types));
    for (const [position, variables] of contexts.entries()) {
      const identity = JSON.stringify(variables);
      const question = questions.get(identity) ?? { variables, positions: new Map<EntityPart, Set<number>>() };
      questions.set(identity, question);
      question.positions.set(part, (question.positions.get(part) ?? new Set<number>()).add(position));
    }
  }
  return [...questions.values()].map(({ variables, positions }) => {
    const own = asked.map(({ part, objects }): [EntityPart, AskedPart] => {
      const isOwn = (position: number) => positions.get(part)?.has(position) === true;
      return [part, numbered(part, objects, isOwn)];
    });
    return { parts: new Map(own), variables };
  });
}

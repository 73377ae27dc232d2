import type { FetchNode } from "@apollo/query-planner";
import { type DocumentNode, type FieldNode, Kind, type SelectionNode } from "graphql";
import type { TypeIndex } from "../planning/type-index.ts";
import { entitySelectionsOf, groupFields } from "./entity-selections.ts";
import { keysOn, type Place } from "./place.ts";

/** A fetch that may ask about objects of some types only. */
export interface EntityFetch extends FetchNode {
  /** The object types that are meant; all when there is none. What says of itself only that it is of an interface is meant too. */
  readonly asked?: ReadonlySet<string>;
}

/** A field of an operation, under the type conditions that it stands in. */
interface Occurrence {
  readonly node: FieldNode;
  readonly conditions: readonly string[];
}

export interface AskedTypesOptions {
  /** The operation as it was planned. */
  readonly planned: DocumentNode;
  readonly types: TypeIndex;
  readonly place: Place;
  /** The interfaces by whose keys the fetch finds objects. */
  readonly interfaces: readonly string[];
  /** Whether some fetch requires what a key holds. */
  isRequired(key: string): boolean;
}

/**
 * Splits a fetch that finds objects by the key of an interface where the client asks fields of some of their types only:
 * the plan asks them of all, and one that fails for an object nobody asked about would cost what is asked of it.
 */
export function splitByAskedTypes(node: FetchNode, options: AskedTypesOptions): EntityFetch[] {
  const { planned, types, place, interfaces, isRequired } = options;
  const all = interfaces.flatMap((name) => types.objectsOf(name));
  const occurrences = fieldsAt(planned, place);
  const { selections, asking } = entitySelectionsOf(node.operation);
  // The type is told with any of them.
  const groups = groupFields(selections, (field) => (isMereType(field) ? undefined : groupOf(field)));
  if (groups.size < 2) return [node];
  return [...groups].map(([group, own]) => ({ ...node, asked: new Set(group.split(" ")), operation: asking(own) }));

  function isMereType(field: FieldNode): boolean {
    return field.name.value === "__typename" && !occurrences.some((one) => keyOf(one.node) === keyOf(field));
  }

  /** The types for which a field is asked, as text. */
  function groupOf(field: FieldNode): string {
    const key = keyOf(field);
    const own = occurrences.filter((one) => keyOf(one.node) === key);
    const isAsked = (type: string) =>
      own.some(({ conditions }) => conditions.every((condition) => types.covers(condition, type)));
    return (own.length === 0 || isRequired(key) ? all : all.filter(isAsked)).join(" ");
  }
}

function fieldsAt(planned: DocumentNode, place: Place): readonly Occurrence[] {
  let found = planned.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? occurrencesIn(definition.selectionSet.selections, []) : [],
  );
  for (const key of keysOn(place)) {
    found = found.flatMap(({ node }) =>
      keyOf(node) === key ? occurrencesIn(node.selectionSet?.selections ?? [], []) : [],
    );
  }
  return found;
}

function occurrencesIn(selections: readonly SelectionNode[], conditions: readonly string[]): Occurrence[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ node, conditions }];
    if (node.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = node.typeCondition?.name.value;
    return occurrencesIn(
      node.selectionSet.selections,
      condition === undefined ? conditions : [...conditions, condition],
    );
  });
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

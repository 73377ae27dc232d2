import { type DocumentNode, type FieldNode, Kind, parse, type SelectionNode } from "graphql";
import { argumentOf } from "./directive-arguments.ts";
import { joinedFields } from "./join-fields.ts";
import { joinedKeys } from "./join-types.ts";

/** A field of a key with what it selects in turn. */
export interface KeyField {
  readonly name: string;
  readonly fields: readonly KeyField[];
}

/** The types of a supergraph, the inaccessible ones included, as far as execution looks at them. */
export interface TypeIndex {
  isObject(name: string): boolean;
  /** Whether a fragment on the condition applies to what says that it is of the type. */
  covers(condition: string, type: string): boolean;
  /** The object types that an interface or union covers. */
  objectsOf(condition: string): readonly string[];
  /** The keys by which a subgraph finds the objects of a type. */
  keysOf(subgraph: string, type: string): readonly (readonly KeyField[])[];
  /** Whether a subgraph computes a field of a type from what others know. */
  isComputed(subgraph: string, type: string, field: string): boolean;
  /** The values of an enum. */
  valuesOf(name: string): ReadonlySet<string>;
}

const noValues: ReadonlySet<string> = new Set();

export function createTypeIndex(supergraph: DocumentNode): TypeIndex {
  const objects = new Set<string>();
  const coveredBy = new Map<string, Set<string>>();
  const keys = new Map<string, (readonly KeyField[])[]>();
  const computed = new Set<string>();
  const values = new Map<string, ReadonlySet<string>>();
  const subgraphs = readSubgraphNames(supergraph);

  function cover(condition: string, type: string): void {
    const covered = coveredBy.get(condition) ?? new Set();
    coveredBy.set(condition, covered.add(type));
  }

  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      values.set(definition.name.value, new Set(definition.values?.map(({ name }) => name.value)));
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of definition.types ?? []) cover(definition.name.value, member.name.value);
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const name = definition.name.value;
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.add(name);
    for (const parent of definition.interfaces ?? []) cover(parent.name.value, name);
    for (const field of definition.fields ?? []) {
      for (const { graph, requires } of joinedFields(field)) {
        if (requires !== undefined) computed.add(`${subgraphs.get(graph)}\n${name}\n${field.name.value}`);
      }
    }
    for (const { graph, fields, isResolvable } of joinedKeys(definition)) {
      if (!isResolvable) continue;
      const place = `${subgraphs.get(graph)}\n${name}`;
      keys.set(place, [...(keys.get(place) ?? []), parseFieldSet(fields)]);
    }
  }
  return {
    isObject: (name) => objects.has(name),
    covers: (condition, type) => condition === type || coveredBy.get(condition)?.has(type) === true,
    objectsOf: (condition) => [...(coveredBy.get(condition) ?? [])].filter((name) => objects.has(name)),
    keysOf: (subgraph, type) => keys.get(`${subgraph}\n${type}`) ?? [],
    isComputed: (subgraph, type, field) => computed.has(`${subgraph}\n${type}\n${field}`),
    valuesOf: (name) => values.get(name) ?? noValues,
  };
}

/** By the value of `join__Graph`, how the subgraph calls itself. */
export function readSubgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== "join__Graph") continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      const own = directives.find((directive) => directive.name.value === "join__graph");
      names.set(name.value, (own && argumentOf(own, "name")) ?? name.value);
    }
  }
  return names;
}

/** @param text such as `id organization { id }` */
export function parseSelections(text: string): readonly SelectionNode[] {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}

function parseFieldSet(text: string): readonly KeyField[] {
  return toKeyFields(parseSelections(text));
}

function toKeyFields(selections: readonly SelectionNode[]): KeyField[] {
  const fields = selections.filter((node): node is FieldNode => node.kind === Kind.FIELD);
  return fields.map(({ name, selectionSet }) => ({
    name: name.value,
    fields: selectionSet ? toKeyFields(selectionSet.selections) : [],
  }));
}

import {
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
  type SelectionNode,
} from "graphql";
import { argumentOf } from "./directive-arguments.ts";
import { isJoinField, type JoinedField, joinedFields, toJoinField, withRequires } from "./join-fields.ts";
import { joinedKeys } from "./join-types.ts";
import type { RequiredArguments, StandIn } from "./required-arguments.ts";
import { addShadow } from "./shadow-subgraph.ts";
import { parseSelections, readSubgraphNames } from "./type-index.ts";

export interface SeparatedRequirements extends RequiredArguments {
  /** By the name of a subgraph that only planning knows, the one that is asked in its place. */
  readonly homes: ReadonlyMap<string, string>;
}

/**
 * Where a field requires one that itself requires others, the planner asks one subgraph for several of them at once, as
 * if they did not wait for each other. So every field in such a chain, but the one that ends it, is planned as a field of
 * its own, which nobody knows but those who require it and a shadow of the subgraph that has it.
 */
export function separateChains(required: RequiredArguments): SeparatedRequirements {
  const standIns = new Map<string, StandIn>(required.standIns);
  const homes = new Map<string, string>();
  const names = new Map<string, string>();
  const shadows = new Map<string, string>();
  const usedBy = new Map<string, ReadonlySet<string>>();
  const subgraphs = readSubgraphNames(required.supergraph);
  const waiting = new Set(requirementsIn(required.supergraph).map(({ type, graph }) => `${type} ${graph}`));
  let supergraph = required.supergraph;

  function changeField(type: string, field: string, change: (own: FieldDefinitionNode) => FieldDefinitionNode[]): void {
    supergraph = {
      ...supergraph,
      definitions: supergraph.definitions.map((definition) => {
        if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value !== type) return definition;
        const fields = definition.fields?.flatMap((own) => (own.name.value === field ? change(own) : [own]));
        return { ...definition, ...(fields && { fields }) };
      }),
    };
  }

  function addPlace(type: string, field: string, place: Partial<JoinedField>): void {
    changeField(type, field, (own) => {
      if (joinedFields(own).some(({ graph }) => graph === place.graph)) return [own];
      return [{ ...own, directives: [...(own.directives ?? []), toJoinField(place)] }];
    });
  }

  /** The name by which a field of a type is required in chains. */
  function standInFor(type: string, node: FieldNode, joined: readonly JoinedField[]): string {
    const { arguments: args = [] } = node;
    const { value: field } = node.name;
    const identity = `${type} ${field} ${printAll(args)}`;
    const known = names.get(identity);
    if (known !== undefined) return known;
    const own = freeName(supergraph, `${field}__c${names.size}`);
    names.set(identity, own);
    standIns.set(own, required.standIns.get(field) ?? { field, arguments: args });
    const places = joined
      .filter(({ isExternal }) => !isExternal)
      .map((place) => (isApart(type, place) ? apart(type, place) : place));
    changeField(type, field, (original) => [original, toStandIn(original, own, places)]);
    return own;
  }

  /** Where nothing that the subgraph knows of the object waits for others, the field may as well come along with the rest. */
  function isApart(type: string, { graph }: JoinedField): boolean {
    return waiting.has(`${type} ${graph}`) && isFoundIn(required.supergraph, type, graph);
  }

  /** What is said of a field in one subgraph, as said of a shadow: a new one where it requires something. */
  function apart(type: string, { graph, requires }: JoinedField): Partial<JoinedField> {
    if (requires !== undefined) {
      const own = newShadow(type, graph);
      return { graph: own, requires: printAll(renamed(type, parseSelections(requires), own, () => true)) };
    }
    const known = shadows.get(`${type} ${graph}`) ?? newShadow(type, graph);
    shadows.set(`${type} ${graph}`, known);
    return { graph: known };
  }

  function newShadow(type: string, home: string): string {
    const name = subgraphs.get(home) ?? home;
    const value = `${home}__${homes.size}`;
    const shadow = { home, value, name: `${name} ${homes.size}`, type, unknown: new Set(names.values()) };
    homes.set(shadow.name, name);
    supergraph = addShadow(supergraph, shadow);
    return value;
  }

  /** What a subgraph requires, under the names of stand-ins. */
  function renamed(
    type: string,
    selections: readonly SelectionNode[],
    graph: string,
    isRenamed: (joined: readonly JoinedField[]) => boolean,
  ): SelectionNode[] {
    return selections.map((node) => {
      if (node.kind !== Kind.FIELD) return node;
      const joined = placesOf(required.supergraph, type, node.name.value);
      if (joined.length === 0 || !isRenamed(joined)) return node;
      const own = standInFor(type, node, joined);
      addPlace(type, own, { graph, isExternal: true });
      return { ...node, name: { kind: Kind.NAME, value: own }, arguments: [] };
    });
  }

  for (const { type, field, graph, requires } of requirementsIn(supergraph)) {
    const selections = parseSelections(requires);
    const needed = renamed(type, selections, graph, (joined) => joined.some((place) => place.requires !== undefined));
    if (needed.every((node, index) => node === selections[index])) continue;
    changeField(type, field, (own) => [withRequirement(own, graph, printAll(needed))]);
    const name = subgraphs.get(graph) ?? graph;
    const used = needed.flatMap((node) => (node.kind === Kind.FIELD ? node.name.value : []));
    const all = [...required.standInsOf(name, type, field), ...used].filter((own) => standIns.has(own));
    usedBy.set(`${name} ${type}.${field}`, new Set(all));
  }
  return {
    supergraph,
    standIns,
    standInsOf: (subgraph, type, field) =>
      usedBy.get(`${subgraph} ${type}.${field}`) ?? required.standInsOf(subgraph, type, field),
    homes,
  };
}

function objectsIn({ definitions }: DocumentNode): readonly ObjectTypeDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function requirementsIn(supergraph: DocumentNode) {
  return objectsIn(supergraph).flatMap(({ name: { value: type }, fields = [] }) =>
    fields.flatMap((own) =>
      joinedFields(own).flatMap(({ graph, requires }) =>
        requires === undefined ? [] : [{ type, field: own.name.value, graph, requires }],
      ),
    ),
  );
}

function placesOf(supergraph: DocumentNode, type: string, field: string): JoinedField[] {
  const object = objectsIn(supergraph).find(({ name }) => name.value === type);
  const own = object?.fields?.find(({ name }) => name.value === field);
  return own ? joinedFields(own) : [];
}

/** Whether a subgraph can be asked for what it knows of an object of the type. */
function isFoundIn(supergraph: DocumentNode, type: string, graph: string): boolean {
  const object = objectsIn(supergraph).find(({ name }) => name.value === type);
  return object !== undefined && joinedKeys(object).some((key) => key.graph === graph && key.isResolvable);
}

function freeName(supergraph: DocumentNode, wanted: string): string {
  const taken = new Set(objectsIn(supergraph).flatMap(({ fields = [] }) => fields.map(({ name }) => name.value)));
  let own = wanted;
  while (taken.has(own)) own += "_";
  return own;
}

function toStandIn(
  original: FieldDefinitionNode,
  name: string,
  places: readonly Partial<JoinedField>[],
): FieldDefinitionNode {
  const others = (original.directives ?? []).filter((directive) => !isJoinField(directive));
  const directives = [...others, ...places.map(toJoinField)];
  return { ...original, name: { kind: Kind.NAME, value: name }, arguments: [], directives };
}

function withRequirement(field: FieldDefinitionNode, graph: string, requires: string): FieldDefinitionNode {
  const isOwn = (directive: ConstDirectiveNode) => isJoinField(directive) && argumentOf(directive, "graph") === graph;
  const directives = (field.directives ?? []).map((own) => (isOwn(own) ? withRequires(own, requires) : own));
  return { ...field, directives };
}

function printAll(nodes: readonly ASTNode[]): string {
  return nodes.map((node) => print(node)).join(" ");
}

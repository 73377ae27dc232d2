import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  print,
  type SelectionNode,
  type TypeNode,
} from "graphql";
import { argumentOf } from "./directive-arguments.ts";
import { withRequires } from "./join-fields.ts";
import { parseSelections, readSubgraphNames } from "./type-index.ts";

/** A field with fixed arguments that some `@requires` asks for. */
export interface StandIn {
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

export interface RequiredArguments {
  /** The supergraph in which every required field with arguments is a field of its own, without any. */
  readonly supergraph: DocumentNode;
  /** By the name of the field of its own. */
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** The stand-ins that a field of a type requires in a subgraph. */
  standInsOf(subgraph: string, type: string, field: string): ReadonlySet<string>;
}

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * A field is fetched for `@requires` with the arguments written there, whatever the client or another `@requires` asks
 * of the same field. Planners know a field by its name alone, so each such field gets a name of its own to plan with.
 */
export function nameRequiredArguments(supergraph: DocumentNode): RequiredArguments {
  const types = new Map(supergraph.definitions.filter(isDefinition).map((type) => [type.name.value, type]));
  const subgraphs = readSubgraphNames(supergraph);
  const names = new Map<string, string>();
  const standIns = new Map<string, StandIn>();
  const added = new Map<string, Map<string, FieldDefinitionNode>>();
  const usedBy = new Map<string, Set<string>>();

  function standInFor({ name, arguments: args = [] }: FieldNode): string {
    const identity = `${name.value} ${args
      .map((argument) => print(argument))
      .sort()
      .join(" ")}`;
    const known = names.get(identity);
    if (known !== undefined) return known;
    let own = `${name.value}__r${names.size}`;
    while ([...types.values()].some((type) => fieldOf(type, own))) own += "_";
    names.set(identity, own);
    standIns.set(own, { field: name.value, arguments: args });
    return own;
  }

  function addStandIn(type: string, field: string, own: string): void {
    const definition = types.get(type);
    const original = definition && fieldOf(definition, field);
    if (!original) return;
    const fields = added.get(type) ?? new Map<string, FieldDefinitionNode>();
    added.set(type, fields);
    if (fields.has(own)) return;
    fields.set(own, { ...original, name: { kind: Kind.NAME, value: own }, arguments: [] });
    for (const other of types.values()) {
      if (other.interfaces?.some((parent) => parent.name.value === type)) addStandIn(other.name.value, field, own);
    }
  }

  function rename(selections: readonly SelectionNode[], type: string, used: Set<string>): SelectionNode[] {
    return selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return node;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const inner = rename(node.selectionSet.selections, node.typeCondition?.name.value ?? type, used);
        return { ...node, selectionSet: { ...node.selectionSet, selections: inner } };
      }
      const definition = types.get(type);
      const field = definition && fieldOf(definition, node.name.value);
      const inner = node.selectionSet &&
        field && {
          ...node.selectionSet,
          selections: rename(node.selectionSet.selections, namedType(field.type).name.value, used),
        };
      if (!node.arguments?.length) return { ...node, ...(inner && { selectionSet: inner }) };
      const own = standInFor(node);
      used.add(own);
      addStandIn(type, node.name.value, own);
      return { ...node, name: { kind: Kind.NAME, value: own }, arguments: [], ...(inner && { selectionSet: inner }) };
    });
  }

  function renameIn(type: string, field: string, directive: ConstDirectiveNode): ConstDirectiveNode {
    const text = directive.name.value === "join__field" ? argumentOf(directive, "requires") : undefined;
    if (!text?.includes("(")) return directive;
    const used = new Set<string>();
    const renamed = rename(parseSelections(text), type, used);
    usedBy.set(`${subgraphs.get(argumentOf(directive, "graph") ?? "")} ${type}.${field}`, used);
    return withRequires(directive, renamed.map((node) => print(node)).join(" "));
  }

  const renamed = supergraph.definitions.map((definition) => {
    if (!isDefinition(definition)) return definition;
    const fields = (definition.fields ?? []).map((field) => {
      const directives = (field.directives ?? []).map((node) =>
        renameIn(definition.name.value, field.name.value, node),
      );
      return { ...field, directives };
    });
    types.set(definition.name.value, { ...definition, fields });
    return definition;
  });
  return {
    supergraph: {
      ...supergraph,
      definitions: renamed.map((definition) => {
        const own = isDefinition(definition) ? types.get(definition.name.value) : undefined;
        if (!own) return definition;
        return { ...own, fields: [...(own.fields ?? []), ...(added.get(own.name.value)?.values() ?? [])] };
      }),
    },
    standIns,
    standInsOf: (subgraph, type, field) => usedBy.get(`${subgraph} ${type}.${field}`) ?? new Set(),
  };
}

function isDefinition(node: DocumentNode["definitions"][number]): node is Definition {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function fieldOf({ fields = [] }: Definition, name: string): FieldDefinitionNode | undefined {
  return fields.find((field) => field.name.value === name);
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}

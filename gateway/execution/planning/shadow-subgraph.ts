import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from "graphql";
import { argumentOf } from "./directive-arguments.ts";
import { isJoinField, joinedFields, toJoinField } from "./join-fields.ts";
import { isJoinType, isResolvable } from "./join-types.ts";
import { parseSelections } from "./type-index.ts";

export interface Shadow {
  /** The subgraph that it is taken from, as a value of `join__Graph`. */
  readonly home: string;
  /** Its own value of `join__Graph`. */
  readonly value: string;
  readonly name: string;
  /** The one type whose objects it finds. */
  readonly type: string;
  /** Names of fields that it does not have. */
  readonly unknown: ReadonlySet<string>;
}

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const roots = new Set(["Query", "Mutation", "Subscription"]);

/**
 * Adds a subgraph that knows the types of another one and finds the objects of one type by the same keys, but resolves
 * no field of an entity beside keys.
 */
export function addShadow(supergraph: DocumentNode, shadow: Shadow): DocumentNode {
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) => {
      switch (definition.kind) {
        case Kind.ENUM_TYPE_DEFINITION:
          return definition.name.value === "join__Graph"
            ? withGraph(definition, shadow)
            : withCopies(definition, shadow);
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
          return roots.has(definition.name.value) ? definition : withFields(definition, shadow);
        case Kind.SCALAR_TYPE_DEFINITION:
        case Kind.UNION_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
          return withCopies(definition, shadow);
        default:
          return definition;
      }
    }),
  };
}

function withGraph(graphs: EnumTypeDefinitionNode, { value, name }: Shadow): EnumTypeDefinitionNode {
  const directive: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: "join__graph" },
    arguments: [argument("name", name), argument("url", "")],
  };
  const own = { kind: Kind.ENUM_VALUE_DEFINITION, name: { kind: Kind.NAME, value }, directives: [directive] } as const;
  return { ...graphs, values: [...(graphs.values ?? []), own] };
}

function argument(name: string, value: string) {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: { kind: Kind.STRING, value } } as const;
}

/** Says of the shadow what a type, and each of its values or input fields, says of the home. */
function withCopies<T extends TypeDefinitionNode>(definition: T, shadow: Shadow): T {
  const copied = <N extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: N): N => {
    const { directives = [] } = node;
    return { ...node, directives: [...directives, ...copies(directives, shadow)] };
  };
  const own = copied(definition);
  if (own.kind === Kind.ENUM_TYPE_DEFINITION) return { ...own, values: own.values?.map(copied) };
  if (own.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return { ...own, fields: own.fields?.map(copied) };
  return own;
}

function copies(directives: readonly ConstDirectiveNode[], { home, value }: Shadow): ConstDirectiveNode[] {
  return directives
    .filter((directive) => argumentOf(directive, "graph") === home)
    .map((directive) => ({
      ...directive,
      arguments: (directive.arguments ?? []).map((own) =>
        own.name.value === "graph" ? { ...own, value: { kind: Kind.ENUM, value } as const } : own,
      ),
    }));
}

function toNameBy(type: ConstDirectiveNode): ConstDirectiveNode {
  if (argumentOf(type, "key") === undefined || !isResolvable(type)) return type;
  const name = { kind: Kind.NAME, value: "resolvable" } as const;
  const no = { kind: Kind.ARGUMENT, name, value: { kind: Kind.BOOLEAN, value: false } } as const;
  return { ...type, arguments: [...(type.arguments ?? []), no] };
}

function withFields(definition: Definition, shadow: Shadow): Definition {
  const { directives = [], fields = [] } = definition;
  const copied = copies(directives, shadow);
  const own = definition.name.value === shadow.type ? copied : copied.map(toNameBy);
  if (own.length === 0) return definition;
  const types = directives.filter(isJoinType);
  const graphs = new Set(types.flatMap((type) => argumentOf(type, "graph") ?? []));
  const keys = own.flatMap((type) => parseSelections(argumentOf(type, "key") ?? "__typename"));
  const keyFields = new Set(keys.flatMap((node) => (node.kind === Kind.FIELD ? node.name.value : [])));
  const isEntity = own.some((type) => argumentOf(type, "key") !== undefined);

  function withShadow(field: FieldDefinitionNode): FieldDefinitionNode {
    const joined = joinedFields(field);
    const isEverywhere = !field.directives?.some(isJoinField);
    const known = isEverywhere ? toPlain(shadow.home) : joined.find(({ graph }) => graph === shadow.home);
    if (!known || shadow.unknown.has(field.name.value)) return field;
    const isMentioned =
      known.isExternal || known.requires !== undefined || (isEntity && !keyFields.has(field.name.value));
    const places = [
      ...(isEverywhere ? [...graphs].map(toPlain) : []),
      { ...known, graph: shadow.value, requires: undefined, isExternal: isMentioned },
    ];
    return { ...field, directives: [...(field.directives ?? []), ...places.map(toJoinField)] };
  }

  return { ...definition, directives: [...directives, ...own], fields: fields.map(withShadow) };
}

function toPlain(graph: string) {
  return { graph, requires: undefined, isExternal: false, type: undefined };
}

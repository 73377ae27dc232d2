import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type SelectionNode,
} from "graphql";
import { isIntrospection, typenameKey } from "../selection/key-names.ts";
import { type SelectedField, type Selector, selectFields } from "../selection/selector.ts";

/** How the data of one object become what the client asked for. */
export interface ObjectShape {
  /** The type that the schema promises there. */
  readonly place: GraphQLCompositeType;
  /**
   * @param typename what the data say the object is
   * @returns undefined when the client must not know the type
   */
  forType(typename: unknown): TypedShape | undefined;
}

export interface TypedShape {
  /** Undefined where all that is known is that it is one of an abstract type. */
  readonly typename: string | undefined;
  readonly fields: readonly FieldShape[];
}

export interface FieldShape {
  readonly responseName: string;
  readonly key: string;
  /** `Country.name`, for messages. */
  readonly coordinate: string;
  readonly value: ValueShape;
}

export type ValueShape =
  | { readonly kind: "typename" | "introspection" | "denied"; readonly nonNull: boolean }
  | { readonly kind: "list"; readonly nonNull: boolean; readonly item: ValueShape }
  | { readonly kind: "object"; readonly nonNull: boolean; readonly shape: ObjectShape }
  | { readonly kind: "enum"; readonly nonNull: boolean; readonly values: ReadonlySet<unknown> }
  | { readonly kind: LeafKind; readonly nonNull: boolean };

export type LeafKind = "Int" | "Float" | "String" | "Boolean" | "ID" | "any";

const builtIn = new Set<string>(["Int", "Float", "String", "Boolean", "ID"]);

export interface ShapeOptions {
  readonly selector: Selector;
  /** Whether the client may not see the field. */
  readonly isDenied: (parent: GraphQLCompositeType, field: string) => boolean;
}

/** Compiles selections; what an object of a type gets is worked out when the first one comes. */
export function toObjectShape(
  options: ShapeOptions,
  place: GraphQLCompositeType,
  selections: readonly (readonly SelectionNode[])[],
): ObjectShape {
  const { schema } = options.selector;
  const known = new Map<unknown, TypedShape | undefined>();

  function compile(typename: unknown): TypedShape | undefined {
    const told = typeof typename === "string" ? schema.getType(typename) : place;
    if (!told || !isCompositeType(told)) return undefined;
    const fields = selectFields(options.selector, selections, place, told);
    return {
      typename: isObjectType(told) ? told.name : undefined,
      fields: [...fields.values()].map((field) => toFieldShape(options, field, told)),
    };
  }

  return {
    place,
    forType(typename) {
      let shape = known.get(typename);
      if (shape === undefined && !known.has(typename)) {
        shape = compile(typename);
        // A subgraph could name any number of types that do not exist.
        if (shape) known.set(typename, shape);
      }
      return shape;
    },
  };
}

function toFieldShape(options: ShapeOptions, field: SelectedField, type: GraphQLCompositeType): FieldShape {
  const [node] = field.nodes;
  const name = node?.name.value ?? "";
  // The object's own type may promise more than the interface through which the field was selected.
  const owner = "getFields" in type && type.getFields()[name] ? type : field.parent;
  const definition = "getFields" in owner ? owner.getFields()[name] : undefined;
  const selections = field.nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet.selections] : []));

  function valueShape(): ValueShape {
    if (name === typenameKey) return { kind: "typename", nonNull: true };
    if (node && isIntrospection(node)) return { kind: "introspection", nonNull: false };
    if (!definition) throw new Error(`The schema has no ${owner.name}.${name}`);
    if (options.isDenied(owner, name)) return { kind: "denied", nonNull: isNonNullType(definition.type) };
    return toValueShape(options, definition.type, selections);
  }

  return {
    responseName: field.responseName,
    key: field.key,
    coordinate: `${owner.name}.${name}`,
    value: valueShape(),
  };
}

function toValueShape(
  options: ShapeOptions,
  type: GraphQLOutputType,
  selections: readonly (readonly SelectionNode[])[],
): ValueShape {
  const nonNull = isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return { kind: "list", nonNull, item: toValueShape(options, inner.ofType, selections) };
  const named = getNamedType(inner);
  if (isCompositeType(named)) return { kind: "object", nonNull, shape: toObjectShape(options, named, selections) };
  if (isEnumType(named)) {
    return { kind: "enum", nonNull, values: new Set(named.getValues().map(({ name }) => name)) };
  }
  const kind = isScalarType(named) && builtIn.has(named.name) ? (named.name as LeafKind) : "any";
  return { kind, nonNull };
}

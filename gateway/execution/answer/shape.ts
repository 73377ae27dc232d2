import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type SelectionNode,
} from "graphql";
import type { TypeIndex } from "../planning/type-index.ts";
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
  /** What objects get of the types that one may have of which no more is known than this. */
  candidates(typename: unknown): readonly TypedShape[];
  /** Whether the type exists and is kept from clients. */
  isHidden(typename: unknown): boolean;
}

export interface TypedShape {
  /** Undefined where all that is known is that it is one of an abstract type. */
  readonly typename: string | undefined;
  readonly fields: readonly FieldShape[];
  /** Whether some of those types would get more. */
  readonly isOpen: boolean;
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
  | {
      readonly kind: "enum";
      readonly nonNull: boolean;
      readonly values: ReadonlySet<unknown>;
      /** The values that clients may not see. */
      readonly hidden: ReadonlySet<unknown>;
    }
  | { readonly kind: LeafKind; readonly nonNull: boolean };

export type LeafKind = "Int" | "Float" | "String" | "Boolean" | "ID" | "any";

const builtIn = new Set<string>(["Int", "Float", "String", "Boolean", "ID"]);

export interface ShapeOptions {
  readonly selector: Selector;
  readonly types: TypeIndex;
  /** Whether the client may not see the field. */
  readonly isDenied: (parent: GraphQLCompositeType, field: string) => boolean;
}

/** Compiles selections; what an object of a type gets is worked out when the first one comes. */
export function toObjectShape(
  options: ShapeOptions,
  place: GraphQLCompositeType,
  selections: readonly (readonly SelectionNode[])[],
): ObjectShape {
  const { selector, types } = options;
  const { schema } = selector;
  const known = new Map<unknown, TypedShape | undefined>();

  function toldBy(typename: unknown): GraphQLCompositeType | undefined {
    const told = typeof typename === "string" ? schema.getType(typename) : place;
    return told && isCompositeType(told) ? told : undefined;
  }

  function compile(typename: unknown): TypedShape | undefined {
    const told = toldBy(typename);
    if (!told) return undefined;
    const fields = selectFields(selector, selections, place, told);
    return {
      typename: isObjectType(told) ? told.name : undefined,
      fields: [...fields.values()].map((field) => toFieldShape(options, field, told)),
      isOpen:
        isAbstractType(told) &&
        schema
          .getPossibleTypes(told)
          .some((type) => selectFields(selector, selections, place, type).size > fields.size),
    };
  }

  function forType(typename: unknown): TypedShape | undefined {
    let shape = known.get(typename);
    if (shape === undefined && !known.has(typename)) {
      shape = compile(typename);
      // A subgraph could name any number of types that do not exist.
      if (shape) known.set(typename, shape);
    }
    return shape;
  }

  return {
    place,
    forType,
    candidates(typename) {
      const told = toldBy(typename);
      if (!told || !isAbstractType(told)) return [];
      return schema.getPossibleTypes(told).flatMap(({ name }) => forType(name) ?? []);
    },
    isHidden: (typename) => typeof typename === "string" && types.isObject(typename) && !schema.getType(typename),
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
    const values = new Set(named.getValues().map(({ name }) => name));
    const hidden = new Set([...options.types.valuesOf(named.name)].filter((value) => !values.has(value)));
    return { kind: "enum", nonNull, values, hidden };
  }
  const kind = isScalarType(named) && builtIn.has(named.name) ? (named.name as LeafKind) : "any";
  return { kind, nonNull };
}

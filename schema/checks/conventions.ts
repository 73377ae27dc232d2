import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  type TypeNode,
} from "graphql";

/** What has no description: types, fields, arguments and enum values of the public schema. */
export function checkDescriptions(api: GraphQLSchema): string[] {
  const named = Object.values(api.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return named
    .flatMap(describedParts)
    .filter(([, description]) => !description?.trim())
    .map(([coordinate]) => `${coordinate}: no description`);
}

type Described = [coordinate: string, description: string | null | undefined];

function describedParts(type: GraphQLNamedType): Described[] {
  const parts: Described[] = type.name === "Query" ? [] : [[type.name, type.description]];
  if (isEnumType(type))
    parts.push(...type.getValues().map((value): Described => [`${type.name}.${value.name}`, value.description]));
  if (isInputObjectType(type))
    parts.push(
      ...Object.values(type.getFields()).map((field): Described => [`${type.name}.${field.name}`, field.description]),
    );
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      parts.push([coordinate, field.description]);
      parts.push(
        ...field.args.map((arg: GraphQLArgument): Described => [`${coordinate}(${arg.name}:)`, arg.description]),
      );
    }
  }
  return parts;
}

/** Non-null fields of entities that the contract itself has, beside their keys. */
const allowedNonNull = new Set(["Dam.name", "Dam.provenance", "Glacier.name"]);

/**
 * Where one dead subgraph would cost more than its own fields: a field of Query, a field of an entity beside its
 * keys, or a field whose type is an entity that is not nullable. A connection's nodes are the list itself.
 */
export function checkNullability(subgraphSdl: string): string[] {
  const types = parse(subgraphSdl).definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  const keys = new Map(
    types.flatMap((type) => {
      const key = type.directives?.find(({ name }) => name.value === "key");
      const fields = key?.arguments?.find(({ name }) => name.value === "fields")?.value;
      return fields?.kind === Kind.STRING ? [[type.name.value, fields.value.split(/\s+/)] as const] : [];
    }),
  );
  const problems: string[] = [];
  for (const type of types) {
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const isKey = keys.get(type.name.value)?.includes(field.name.value) ?? false;
      const mustBeNullable =
        type.name.value === "Query" ||
        (keys.has(type.name.value) && !isKey) ||
        (keys.has(nameOf(field.type)) && !(type.name.value.endsWith("Connection") && field.name.value === "nodes"));
      const ours = !field.name.value.startsWith("_");
      if (ours && mustBeNullable && field.type.kind === Kind.NON_NULL_TYPE && !allowedNonNull.has(coordinate)) {
        problems.push(`${coordinate}: must be nullable`);
      }
    }
  }
  return problems;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

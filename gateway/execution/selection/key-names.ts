import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
} from "graphql";

/**
 * Under what key the data of a field stand while an operation runs, whatever the client calls it. A plain field stands
 * under its own name, so that no alias can pose as a key or as a required field; one with arguments stands under a name
 * that belongs to these arguments alone, so that no two ways to ask for it overwrite each other.
 */
export interface KeyNames {
  /** @param place the type that the schema promises where the object stands */
  keyOf(field: FieldNode, place: GraphQLCompositeType): string;
}

/** What the names depend on in a schema. */
export interface SchemaNames {
  /** Between the name of a field and a number; no field of the schema looks like that. */
  readonly separator: string;
  /** Names of the fields that do not have one type everywhere: selected on two types of one place they could clash. */
  readonly varied: ReadonlySet<string>;
}

export function readSchemaNames(schema: GraphQLSchema): SchemaNames {
  const types = new Map<string, string>();
  const varied = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const printed = String(field.type);
      if ((types.get(field.name) ?? printed) !== printed) varied.add(field.name);
      types.set(field.name, printed);
    }
  }
  let separator = "__";
  while ([...types.keys()].some((name) => name.includes(separator))) separator += "_";
  return { separator, varied };
}

export interface KeyNamesOptions {
  readonly names: SchemaNames;
  readonly root: GraphQLCompositeType;
  /** Whether the fields at the root have effects, so that two equal ones are still two. */
  readonly inSeries: boolean;
  /** Names of the client's under which a field has a directive other than a condition somewhere. */
  readonly directed: ReadonlySet<string>;
}

export function createKeyNames({ names, root, inSeries, directed }: KeyNamesOptions): KeyNames {
  const { separator, varied } = names;
  const numbers = new Map<string, number>();

  function numbered(name: string, identity: string): string {
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return `${name}${separator}${number}`;
  }

  return {
    keyOf(field, place) {
      const name = field.name.value;
      const responseName = field.alias?.value ?? name;
      if (inSeries && place === root && !name.startsWith("__")) return numbered(name, responseName);
      const asked = printArguments(field);
      // Objects under two names stay two: what fails in one of them must not empty the other. So do fields of several
      // types, for only those that the client gave one name are sure to go together.
      const isApart = responseName !== name && (field.selectionSet !== undefined || varied.has(name));
      // What a directive does to a value is not known: it is seen under no other name, the field's own included.
      const own = isApart || directed.has(responseName) ? responseName : "";
      return asked === "" && own === "" ? name : numbered(name, `${name} ${asked} ${own}`);
    },
  };
}

function printArguments({ arguments: args = [] }: FieldNode): string {
  return args
    .map((argument) => print(argument))
    .sort()
    .join(" ");
}

export const typenameKey = "__typename";

/** Whether a field asks about the schema and not about data. */
export function isIntrospection({ kind, name }: FieldNode): boolean {
  return kind === Kind.FIELD && (name.value === "__schema" || name.value === "__type");
}

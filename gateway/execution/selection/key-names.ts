import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
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
  /**
   * @param parent the type on which the operation selects the field
   * @param place the type that the schema promises where the object stands
   */
  keyOf(field: FieldNode, parent: GraphQLCompositeType, place: GraphQLCompositeType): string;
}

/** What the names depend on in a schema. */
export interface SchemaNames {
  /** Between the name of a field and a number; no field of the schema looks like that. */
  readonly separator: string;
  /** Names of the fields that do not have one type everywhere: selected on two types of one place they would clash. */
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

/** @param inSeries whether the fields at the root have effects, so that two equal ones are still two */
export function createKeyNames(
  { separator, varied }: SchemaNames,
  root: GraphQLCompositeType,
  inSeries: boolean,
): KeyNames {
  const numbers = new Map<string, number>();

  function numbered(name: string, identity: string): string {
    const number = numbers.get(identity) ?? numbers.size;
    numbers.set(identity, number);
    return `${name}${separator}${number}`;
  }

  return {
    keyOf(field, parent, place) {
      const name = field.name.value;
      if (inSeries && place === root && !name.startsWith("__")) return numbered(name, field.alias?.value ?? name);
      const asked = printParts(field);
      const owner = varied.has(name) && parent !== place && isAbstractType(place) ? parent.name : "";
      // Objects under two names stay two: what fails in one of them must not empty the other.
      const own = field.selectionSet && field.alias && field.alias.value !== name ? field.alias.value : "";
      return asked === "" && owner === "" && own === "" ? name : numbered(name, `${owner} ${name} ${asked} ${own}`);
    },
  };
}

function printParts({ arguments: args = [], directives = [] }: FieldNode): string {
  const parts = args.map((argument) => print(argument)).sort();
  for (const directive of directives) if (!isCondition(directive.name.value)) parts.push(print(directive));
  return parts.join(" ");
}

/** Whether a directive of this name decides at once whether its place is in the answer. */
export function isCondition(directive: string): boolean {
  return directive === "skip" || directive === "include";
}

export const typenameKey = "__typename";

/** Whether a field asks about the schema and not about data. */
export function isIntrospection({ kind, name }: FieldNode): boolean {
  return kind === Kind.FIELD && (name.value === "__schema" || name.value === "__type");
}

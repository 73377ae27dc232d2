import {
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { GraphError } from "../errors.ts";

type Given = Record<string, unknown>;
type Resolve = (root: unknown, args: Given, context: unknown, info: GraphQLResolveInfo) => unknown;

/** What a scalar could not read, with what it says of it. */
class Unreadable {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/**
 * Resolvers that get arguments as they were meant. One given as null means the same as one not given: resolvers know
 * one kind of absence, undefined. One that its scalar cannot read is an error of the field, with a path and a code;
 * graphql-js would give up every field of the call for a variable, and forget the reason for a literal.
 */
export function withArgumentsRead(map: Record<string, object>, schema: GraphQLSchema): Record<string, object> {
  for (const type of Object.values(schema.getTypeMap())) {
    const entry = map[type.name];
    if (entry instanceof GraphQLScalarType && !isSpecifiedScalarType(type)) map[type.name] = keepingReasons(entry);
    if (!entry || !isObjectType(type)) continue;
    const resolvers = entry as Record<string, Resolve>;
    for (const { name, args: declared } of Object.values(type.getFields())) {
      const resolve = resolvers[name];
      if (!resolve || declared.length === 0) continue;
      resolvers[name] = (root, args, context, info) => resolve(root, read(args), context, info);
    }
  }
  return map;
}

function keepingReasons(scalar: GraphQLScalarType): GraphQLScalarType {
  const keeping =
    <Arguments extends unknown[]>(parse: (...given: Arguments) => unknown) =>
    (...given: Arguments) => {
      try {
        return parse(...given);
      } catch (error) {
        return new Unreadable((error as Error).message);
      }
    };
  const { parseValue, parseLiteral, ...rest } = scalar.toConfig();
  return new GraphQLScalarType({ ...rest, parseValue: keeping(parseValue), parseLiteral: keeping(parseLiteral) });
}

/** @throws GraphError BAD_USER_INPUT */
function read(args: Given): Given {
  const given = Object.entries(args).filter(([, value]) => value !== null);
  for (const [name, value] of given) {
    const found = [value].flat().find((each) => each instanceof Unreadable);
    if (found) throw new GraphError("BAD_USER_INPUT", `${name}: ${found.reason}`);
  }
  return Object.fromEntries(given);
}

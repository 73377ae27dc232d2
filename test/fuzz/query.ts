import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Dice } from "./dice.ts";

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What stands under a response name in one place: the same name there again must ask for the same. */
interface Scope {
  readonly signatures: Map<string, string>;
  readonly inner: Map<string, Scope>;
}

const deepest = 5;
const mostFields = 60;
/** Names that mean something where an executor keeps its books. */
const aliases = [
  "id",
  "code",
  "__typename",
  "one",
  "two",
  "extra",
  "label",
  "x",
  "_entities",
  "constructor",
  "__proto__",
  "a0",
  "a1",
  "one__0",
];

/** A random operation that is valid against the schema. */
export function createOperation(dice: Dice, schema: GraphQLSchema): Operation {
  const definitions = new Map<string, string>();
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  let fields = 0;

  function variable(type: string, value: unknown): string {
    const name = dice.chance(20) ? `representations${definitions.size || ""}` : `v${definitions.size}`;
    const hasDefault = type === "Boolean!" && dice.chance(30);
    definitions.set(name, hasDefault ? `$${name}: ${type} = ${value}` : `$${name}: ${type}`);
    if (!hasDefault && !(type === "Int" && dice.chance(10))) variables[name] = value;
    return `$${name}`;
  }

  function conditions(): string {
    if (!dice.chance(15)) return "";
    const one = (name: string) => {
      const value = dice.chance(name === "include" ? 70 : 30);
      return `@${name}(if: ${dice.chance(60) ? variable("Boolean!", value) : value})`;
    };
    return dice.chance(20) ? `${one("skip")} ${one("include")}` : one(dice.oneOf(["skip", "include"]));
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const parts: string[] = [];
    for (const { name } of field.args) {
      if (!dice.chance(60)) continue;
      if (name === "x") parts.push(`x: ${dice.chance(40) ? variable("Int", dice.below(4)) : dice.below(4)}`);
      else parts.push(`tags: ${dice.chance(40) ? variable("[String!]", ["p", 'q"']) : '["p"]'}`);
    }
    return parts.length > 0 ? `(${parts.join(", ")})` : "";
  }

  function responseName(
    scope: Scope,
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    args: string,
  ) {
    // On two members of an abstract type a name may stand for two fields, but only of one shape.
    const signature = `${field.name}${args} ${field.type} ${isCompositeType(getNamedType(field.type)) ? parent.name : ""}`;
    const wanted = dice.chance(35) ? dice.oneOf(aliases) : field.name;
    let name = wanted;
    for (let number = 0; (scope.signatures.get(name) ?? signature) !== signature; number++)
      name = `${wanted}${number}_`;
    scope.signatures.set(name, signature);
    return name;
  }

  function selection(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    const parts: string[] = [];
    const own = "getFields" in type ? Object.values(type.getFields()) : [];
    for (let count = 1 + dice.below(4); count > 0; count--) {
      const throwOf = dice.below(100);
      if (throwOf < 12) parts.push(typename(scope));
      else if (throwOf < 35) parts.push(fragment(type, scope, depth));
      else if (own.length > 0) parts.push(fieldOf(type, dice.oneOf(own), scope, depth));
    }
    return parts.filter((part) => part !== "").join(" ") || typename(scope);
  }

  function typename(scope: Scope): string {
    const alias = dice.chance(20) ? "kind" : "__typename";
    scope.signatures.set(alias, "__typename");
    return alias === "__typename" ? alias : `${alias}: __typename`;
  }

  function fieldOf(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    scope: Scope,
    depth: number,
  ): string {
    const target = getNamedType(field.type);
    if (++fields > mostFields || (isCompositeType(target) && depth >= deepest)) return "";
    const args = argumentsOf(field);
    const name = responseName(scope, parent, field, args);
    const head = `${name === field.name ? "" : `${name}: `}${field.name}${args} ${conditions()}`;
    if (!isCompositeType(target)) return head;
    const inner = scope.inner.get(name) ?? newScope();
    scope.inner.set(name, inner);
    return `${head} { ${selection(target, inner, depth + 1)} }`;
  }

  function fragment(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    if (depth >= deepest + 2) return "";
    const condition = dice.oneOf(overlapping(schema, type));
    const inner = selection(condition, scope, depth + 1);
    if (dice.chance(50))
      return `... ${condition === type && dice.chance(50) ? "" : `on ${condition.name}`} ${conditions()} { ${inner} }`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${condition.name} { ${inner} }`);
    return `...${name} ${conditions()} ${dice.chance(20) ? `...${name}` : ""}`;
  }

  const root = schema.getQueryType();
  if (!root) throw new Error("The schema has no queries");
  const body = selection(root, newScope(), 0);
  const declared = definitions.size > 0 ? `(${[...definitions.values()].join(", ")})` : "";
  const name = declared !== "" || dice.chance(50) ? `query ${dice.chance(50) ? "Ask" : ""}${declared}` : "";
  return { query: `${name} { ${body} }\n${fragments.join("\n")}`, variables };
}

function newScope(): Scope {
  return { signatures: new Map(), inner: new Map() };
}

function overlapping(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  const possible = new Set(possibleTypes(schema, type));
  return Object.values(schema.getTypeMap()).filter(
    (candidate): candidate is GraphQLCompositeType =>
      (isObjectType(candidate) || isInterfaceType(candidate) || isUnionType(candidate)) &&
      !candidate.name.startsWith("__") &&
      possibleTypes(schema, candidate).some((one) => possible.has(one)),
  );
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

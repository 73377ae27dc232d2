import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
} from "graphql";
import type { Dice } from "../dice.ts";
import type { Inputs } from "./inputs.ts";

export interface Selections {
  of(root: GraphQLCompositeType): string;
  /** The definitions of the fragments that they spread. */
  fragments(): readonly string[];
}

/** What stands under a response name in one place: the same name there again must ask for the same. */
interface Scope {
  readonly signatures: Map<string, string>;
  readonly inner: Map<string, Scope>;
}

interface Fragment {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly text: string;
}

const mostFields = 80;
/** Names that mean something where an executor keeps its books. */
const aliases = [
  "id",
  "code",
  "ref",
  "__typename",
  "one",
  "two",
  "title",
  "extra",
  "first",
  "_entities",
  "constructor",
  "__proto__",
  "then",
  "a0",
  "a1",
  "one__0",
  "representations",
];

export function createSelections(dice: Dice, schema: GraphQLSchema, inputs: Inputs): Selections {
  const fragments: Fragment[] = [];
  // With each level the planner has a multiple of the ways to consider.
  const deepest = dice.chance(10) ? 5 : 4;
  let fields = 0;

  function conditions(): string {
    if (!dice.chance(15)) return "";
    const one = (name: string) => `@${name}(if: ${inputs.condition(dice.chance(name === "include" ? 70 : 30))})`;
    return dice.chance(20) ? `${one("skip")} ${one("include")}` : one(dice.oneOf(["skip", "include"]));
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((argument) => isRequiredArgument(argument) || dice.chance(60));
    const parts = given.map(({ name, type }) => `${name}: ${inputs.value(type)}`);
    return parts.length > 0 ? `(${parts.join(", ")})` : "";
  }

  function responseName(
    scope: Scope,
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    args: string,
  ): string {
    // On two members of an abstract type a name may stand for two fields, but only of one shape.
    const owner = isCompositeType(getNamedType(field.type)) ? parent.name : "";
    const signature = `${field.name}${args} ${field.type} ${owner}`;
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
    for (let count = (depth === 0 ? 2 : 1) + dice.below(5); count > 0; count--) {
      const throwOf = dice.below(100);
      if (throwOf < 12) parts.push(typename(scope));
      else if (throwOf < 35) parts.push(fragment(type, scope, depth));
      else if (own.length > 0) parts.push(fieldOf(type, pick(own), scope, depth));
    }
    return parts.filter((part) => part !== "").join(" ") || typename(scope);
  }

  /** What leads on, or is computed from other fields, shows more than others. */
  function pick(own: readonly GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown> {
    const computed = own.filter(({ name }) => name.startsWith("sum"));
    if (computed.length > 0 && dice.chance(25)) return dice.oneOf(computed);
    const relations = own.filter(({ type }) => isCompositeType(getNamedType(type)));
    return dice.oneOf(relations.length > 0 && dice.chance(50) ? relations : own);
  }

  function typename(scope: Scope): string {
    const alias = dice.chance(20) ? "kind" : "__typename";
    scope.signatures.set(alias, "__typename");
    return `${alias === "__typename" ? alias : `${alias}: __typename`} ${conditions()}`;
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
    const known = fragments.filter((own) => overlap(schema, own.type, type));
    if (known.length > 0 && dice.chance(30)) return `...${dice.oneOf(known).name} ${conditions()}`;
    const condition = dice.oneOf(overlapping(schema, type));
    const inner = selection(condition, scope, depth + 1);
    if (dice.chance(50))
      return `... ${condition === type && dice.chance(50) ? "" : `on ${condition.name}`} ${conditions()} { ${inner} }`;
    const name = `F${fragments.length}`;
    fragments.push({ name, type: condition, text: inner });
    return `...${name} ${conditions()} ${dice.chance(20) ? `...${name} ${conditions()}` : ""}`;
  }

  function meta(): string {
    if (!dice.chance(4)) return "";
    const type = dice.oneOf(["Query", "Ant", "Nothing"]);
    return dice.oneOf(["__schema { queryType { name } }", `about: __type(name: "${type}") { name kind ...M }`]);
  }

  return {
    of(root) {
      const body = selection(root, newScope(), 0);
      const asked = root === schema.getQueryType() ? meta() : "";
      if (asked.includes("...M"))
        fragments.push({ name: "M", type: schema.getType("__Type") as never, text: "interfaces { name }" });
      return asked === "" ? body : `${asked} ${body}`;
    },
    fragments: () => fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} { ${text} }`),
  };
}

function newScope(): Scope {
  return { signatures: new Map(), inner: new Map() };
}

function overlapping(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  return Object.values(schema.getTypeMap()).filter(
    (candidate): candidate is GraphQLCompositeType =>
      isCompositeType(candidate) && !candidate.name.startsWith("__") && overlap(schema, candidate, type),
  );
}

function overlap(schema: GraphQLSchema, one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
  const possible = new Set(possibleTypes(schema, other));
  return possibleTypes(schema, one).some((type) => possible.has(type));
}

function possibleTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

import type { Entity, Field, FieldType, Model } from "./model.ts";
import { codeOf, computed, type FieldArguments, fieldValue, type Handle, handleOf } from "./values.ts";

type Resolver = (source: Handle, args: FieldArguments) => unknown;
export type Resolvers = Record<string, Record<string, Resolver>>;

export interface SchemaParts {
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

const shared = "enum Color { RED GREEN }";
const point: Field = leaf("x", "Int");
const pointLabel: Field = { ...leaf("label", "String"), hasArguments: true };

function leaf(name: string, base: string): Field {
  const type: FieldType = { base, isLeaf: true, wraps: [] };
  const none = { requires: undefined, provides: undefined };
  return { name, owners: [], type, hasArguments: false, isFaulty: false, isInaccessible: false, ...none };
}

/** The whole graph as one schema. */
export function mergedSchema(model: Model): SchemaParts {
  const resolvers: Resolvers = {};
  const { thing, union } = model;
  const types = model.entities.map((entity) => {
    const extra = thing?.members.includes(entity.name) ? (thing.object?.fields ?? []) : [];
    const fields = entity.fields.filter(({ isInaccessible }) => !isInaccessible);
    resolvers[entity.name] = {
      code: codeOf,
      ...Object.fromEntries(fields.map((field) => [field.name, ownResolver(model, entity, field)])),
      ...Object.fromEntries(extra.map((field) => [field.name, resolverOf(model, "Thing", field)])),
    };
    const head = `type ${entity.name}${thing?.members.includes(entity.name) ? " implements Thing" : ""}`;
    const code = hasCode(entity) ? ["code: String!"] : [];
    const id = hasId(model, entity) ? "id: ID!" : "";
    return `${head} { ${id} ${[...code, ...[...fields, ...extra].map(printField)].join(" ")} }`;
  });
  if (thing) types.push(`interface Thing { id: ID! ${(thing.object?.fields ?? []).map(printField).join(" ")} }`);
  if (union) types.push(`union Any = ${union.members.join(" | ")}`);
  types.push(`type Query { ${model.roots.map(printField).join(" ")} }`, pointType(""), shared);
  addPoint(model, resolvers);
  resolvers["Query"] = Object.fromEntries(model.roots.map((root) => [root.name, rootResolver(model, root)]));
  return { typeDefs: types.join("\n"), resolvers };
}

/** What one subgraph serves of it. */
export function subgraphSchema(model: Model, subgraph: string): SchemaParts {
  const resolvers: Resolvers = {};
  const { thing, union } = model;
  const types: string[] = [];
  for (const entity of model.entities) {
    if (!entity.keys.has(subgraph)) continue;
    const isMember = thing?.members.includes(entity.name) && thing.subgraphs.includes(subgraph);
    types.push(printEntity(model, entity, subgraph, isMember === true));
    resolvers[entity.name] = entityResolvers(model, entity, subgraph);
  }
  if (thing?.subgraphs.includes(subgraph)) {
    types.push(`interface Thing ${thing.object ? '@key(fields: "id") ' : ""}{ id: ID! }`);
    resolvers["Thing"] = { __resolveReference: ({ id }) => handleOf(id) };
  }
  if (thing?.object?.subgraph === subgraph) {
    const { fields } = thing.object;
    types.push(`type Thing @key(fields: "id") @interfaceObject { id: ID! ${fields.map(printField).join(" ")} }`);
    resolvers["Thing"] = Object.fromEntries(fields.map((field) => [field.name, resolverOf(model, "Thing", field)]));
  }
  if (union?.subgraph === subgraph) types.push(`union Any = ${union.members.join(" | ")}`);
  const roots = model.roots.filter(({ owners }) => owners.includes(subgraph));
  types.push(`type Query { ${roots.map((root) => printOwned(root, [])).join(" ")} }`, pointType(" @shareable"), shared);
  addPoint(model, resolvers);
  resolvers["Query"] = Object.fromEntries(
    roots.map((root) => [root.name, asSeenBy(model, subgraph, rootResolver(model, root))]),
  );
  return { typeDefs: `${link}\n${types.join("\n")}`, resolvers };
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject"])`;

function printEntity(model: Model, entity: Entity, subgraph: string, isMember: boolean): string {
  const keys = entity.keys.get(subgraph) ?? [];
  const external = new Set<string>();
  const lines = keys.some((key) => key.includes("code")) ? ["code: String!"] : [];
  const own = entity.fields.filter(({ owners }) => owners.includes(subgraph));
  for (const field of own) {
    lines.push(printOwned(field, entity.fields));
    if (field.requires) external.add(field.requires.field);
  }
  for (const name of providedIn(model, entity, subgraph)) external.add(name);
  for (const name of external) {
    const field = entity.fields.find((candidate) => candidate.name === name) as Field;
    if (!field.owners.includes(subgraph)) lines.push(`${printField(field)} @external`);
  }
  const directives = keys.map((key) => `@key(fields: "${key}")`).join(" ");
  const hasId = keys.some((key) => key.includes("id")) || isMember;
  return `type ${entity.name}${isMember ? " implements Thing" : ""} ${directives} { ${hasId ? "id: ID!" : ""} ${lines.join(" ")} }`;
}

function printOwned(field: Field, siblings: readonly Field[]): string {
  const directives: string[] = [];
  if (field.owners.length > 1) directives.push("@shareable");
  else if (siblings.length > 0 && !field.requires) directives.push("@shareable");
  if (field.isInaccessible) directives.push("@inaccessible");
  if (field.requires) {
    const { field: needed, x } = field.requires;
    directives.push(`@requires(fields: "${needed}${x === undefined ? "" : `(x: ${x})`}")`);
  }
  if (field.provides) directives.push(`@provides(fields: "${field.provides}")`);
  return `${printField(field)} ${directives.join(" ")}`;
}

export function printField({ name, type, hasArguments }: Field): string {
  return `${name}${hasArguments ? "(x: Int, tags: [String!])" : ""}: ${printType(type)}`;
}

function printType({ base, wraps }: FieldType): string {
  return wraps.reduceRight((text, wrap) => (wrap === "!" ? `${text}!` : `[${text}]`), base);
}

function pointType(directive: string): string {
  return `type Point${directive} { ${printField(point)} ${printField(pointLabel)} }`;
}

function addPoint(model: Model, resolvers: Resolvers): void {
  resolvers["Point"] = { x: resolverOf(model, "Point", point), label: resolverOf(model, "Point", pointLabel) };
}

function hasCode({ keys }: Entity): boolean {
  return [...keys.values()].flat().some((key) => key.includes("code"));
}

function hasId({ thing }: Model, { name, keys }: Entity): boolean {
  return thing?.members.includes(name) === true || [...keys.values()].flat().some((key) => key.includes("id"));
}

function resolverOf(model: Model, owner: string, field: Field): Resolver {
  return ({ id }, args) => fieldValue(model, owner, id, field, args);
}

function rootResolver(model: Model, field: Field): Resolver {
  return (_, args) => fieldValue(model, "Query", "", field, args);
}

function ownResolver(model: Model, entity: Entity, field: Field): Resolver {
  const { requires } = field;
  if (!requires) return resolverOf(model, entity.name, field);
  const needed = entity.fields.find(({ name }) => name === requires.field) as Field;
  return ({ id }) => computed(field.name, fieldValue(model, entity.name, id, needed, argumentsOf(requires)));
}

function entityResolvers(model: Model, entity: Entity, subgraph: string): Record<string, Resolver> {
  const resolvers: Record<string, Resolver> = {
    __resolveReference: (reference) => findEntity(entity, reference),
    code: codeOf,
  };
  for (const field of entity.fields) {
    resolvers[field.name] = field.requires
      ? requiringResolver(model, entity, subgraph, field.name, field.requires)
      : asSeenBy(model, subgraph, resolverOf(model, entity.name, field));
  }
  return resolvers;
}

/** What is required comes with the reference; a value computed without it would show that it did not come. */
function requiringResolver(
  model: Model,
  entity: Entity,
  subgraph: string,
  name: string,
  requires: NonNullable<Field["requires"]>,
): Resolver {
  const needed = entity.fields.find((field) => field.name === requires.field) as Field;
  const isProvided = providedIn(model, entity, subgraph).has(needed.name);
  return (source) => {
    if (Object.hasOwn(source, needed.name)) return computed(name, source[needed.name]);
    // A relation that provides the field has it at hand.
    if (isProvided) return computed(name, fieldValue(model, entity.name, source.id, needed, argumentsOf(requires)));
    return computed(name, "nothing");
  };
}

function argumentsOf({ x }: NonNullable<Field["requires"]>): FieldArguments {
  return x === undefined ? {} : { x };
}

/** The fields of an entity that relations of the subgraph give along. */
function providedIn(model: Model, entity: Entity, subgraph: string): ReadonlySet<string> {
  const relations = model.entities.flatMap(({ fields }) => fields);
  return new Set(
    relations
      .filter(({ type, owners }) => type.base === entity.name && owners.includes(subgraph))
      .flatMap(({ provides }) => provides ?? []),
  );
}

function findEntity(entity: Entity, reference: Handle): Handle {
  const code = reference["code"];
  const id = reference.id ?? (typeof code === "string" ? code.slice("code of ".length) : "");
  if (!id.startsWith(`${entity.name}_`)) throw new Error(`No ${entity.name} has the id ${id}`);
  return { ...reference, __typename: entity.name, id };
}

/** A subgraph with an interface object knows nothing of the members. */
function asSeenBy({ thing }: Model, subgraph: string, resolve: Resolver): Resolver {
  if (thing?.object?.subgraph !== subgraph) return resolve;
  const members = new Set(thing.members);
  const mask = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mask);
    const handle = value as Handle | null;
    return handle && typeof handle === "object" && members.has(handle.__typename)
      ? { __typename: "Thing", id: handle.id }
      : value;
  };
  return (source, args) => mask(resolve(source, args));
}

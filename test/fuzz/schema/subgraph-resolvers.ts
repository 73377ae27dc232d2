import { externalsIn } from "../model/externals.ts";
import type { Field, Interface, Model, Needed, ObjectType, Provided } from "../model/model.ts";
import { fault, type Handle, handleOf } from "../values/field-value.ts";
import { computed, idOf, isAbsent, neededValue, objectOf, selected, trueValue } from "../values/truth.ts";
import { objectFieldResolver, type Resolver, resolverOf, type SchemaParts } from "./merged.ts";

/** How one subgraph answers. */
export function subgraphResolvers(model: Model, subgraph: string): SchemaParts["resolvers"] {
  const { objects, interfaces, unions } = model;
  const resolvers: SchemaParts["resolvers"] = {};
  for (const object of objects) {
    if (object.keys.has(subgraph)) resolvers[object.name] = objectResolvers(model, object, subgraph);
  }
  for (const one of interfaces) {
    const own: Record<string, Resolver> = {};
    if (one.local.has(subgraph)) own["__resolveType"] = nameOf;
    if (one.keyed.has(subgraph)) own["__resolveReference"] = ({ id }) => handleOf(id);
    if (one.objectIn.includes(subgraph)) {
      own["__resolveReference"] = (reference) => ({ ...reference, __typename: one.name });
      for (const field of one.objectFields) {
        const resolve =
          field.requires.length > 0 ? requiringResolver(model, field) : objectFieldResolver(model, one, field);
        own[field.name] = (...asked) => asSeenIn(subgraph, interfaces, resolve(...asked));
      }
    }
    if (Object.keys(own).length > 0) resolvers[one.name] = own;
  }
  for (const { name, members } of unions) if (members.has(subgraph)) resolvers[name] = { __resolveType: nameOf };
  return resolvers;
}

function nameOf({ __typename }: Handle): string {
  return __typename;
}

function objectResolvers(model: Model, object: ObjectType, subgraph: string): Record<string, Resolver> {
  const own: Record<string, Resolver> = {};
  const isEntity = (object.keys.get(subgraph) ?? []).some(({ isResolvable }) => isResolvable);
  if (isEntity) own["__resolveReference"] = (reference) => findEntity(object, subgraph, reference);
  const externals = externalsIn(model.objects, object.name, subgraph);
  for (const field of object.fields) {
    if (field.owners.includes(subgraph)) own[field.name] = ownResolver(model, object, field, subgraph);
    else if (externals.has(field.name)) own[field.name] = externalResolver(model, object, field, subgraph);
    else if (field.overrides === subgraph) own[field.name] = () => notHere(object, field);
  }
  return own;
}

function ownResolver(model: Model, object: ObjectType, field: Field, subgraph: string): Resolver {
  if (field.requires.length > 0) return requiringResolver(model, field);
  const resolve = resolverOf(model, object, field);
  return (...asked) => withProvided(field.provides, asSeenIn(subgraph, model.interfaces, resolve(...asked)));
}

/** What is required comes with the reference; a value computed without it would show that it did not come. */
function requiringResolver(model: Model, field: Field): Resolver {
  const read = (source: Handle, needed: Needed): unknown => {
    if (givenWith(source, needed.field)) return neededValue(model, objectOf(model, source), source.id, needed);
    if (!Object.hasOwn(source, needed.field)) return "nothing";
    const value = source[needed.field];
    return needed.inner.length > 0 ? selected(value, needed.inner, read) : value;
  };
  return (source, args) =>
    computed(
      field,
      args,
      field.requires.map((needed) => read(source, needed)),
    );
}

function externalResolver(model: Model, object: ObjectType, field: Field, subgraph: string): Resolver {
  return (source, args) => {
    const given = givenWith(source, field.name);
    if (!given) return notHere(object, field);
    const value = trueValue(model, object, field, source.id, args);
    return withProvided(given.inner, asSeenIn(subgraph, model.interfaces, value));
  };
}

/** What a relation gives along of an object that came through it. */
function givenWith({ __typename, provided = [] }: Handle, field: string): Provided | undefined {
  return provided.find((given) => given.type === __typename && given.field === field);
}

function notHere({ name }: ObjectType, field: Field): never {
  throw new Error(`${name}.${field.name} was asked of a subgraph that does not resolve it there`);
}

/** In a promise: what is thrown at once costs all objects of a call. */
async function findEntity({ name, gap }: ObjectType, subgraph: string, reference: Handle): Promise<Handle | null> {
  const id = idOf(reference);
  if (!id.startsWith(`${name}_`)) throw new Error(`No ${name} has the id ${id}`);
  if (gap?.subgraph === subgraph && isAbsent(id)) {
    if (gap.isFailure) throw fault(name, id);
    return null;
  }
  return { ...reference, __typename: name, id };
}

/** A subgraph that knows an interface as an object knows nothing of its members. */
function asSeenIn(subgraph: string, interfaces: readonly Interface[], value: unknown): unknown {
  return mapHandles(value, (handle) => {
    const known = interfaces.find(
      ({ objectIn, local }) =>
        objectIn.includes(subgraph) && [...local.values()].some(({ members }) => members.includes(handle.__typename)),
    );
    return known ? { ...handle, __typename: known.name } : handle;
  });
}

function withProvided(provided: readonly Provided[], value: unknown): unknown {
  return provided.length > 0 ? mapHandles(value, (handle) => ({ ...handle, provided })) : value;
}

function mapHandles(value: unknown, map: (handle: Handle) => Handle): unknown {
  if (Array.isArray(value)) return value.map((item) => mapHandles(item, map));
  const isHandle = value !== null && typeof value === "object" && "__typename" in value && "id" in value;
  return isHandle ? map(value as Handle) : value;
}

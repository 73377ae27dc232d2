import { inputTypes } from "../model/arguments.ts";
import type { Field, Interface, Model, ObjectType } from "../model/model.ts";
import { type FieldArguments, fieldValue, type Handle, moodOf } from "../values/field-value.ts";
import { computed, neededValue, objectOf, trueValue } from "../values/truth.ts";
import { printField, printImplements, withLooseType } from "./print.ts";

/** What one execution of an operation leaves behind. */
export interface Session {
  mutations: number;
}

export type Resolver = (source: Handle, args: FieldArguments, session: Session) => unknown;

export interface SchemaParts {
  readonly typeDefs: string;
  readonly resolvers: Record<string, Record<string, Resolver>>;
}

/** The whole graph as one schema. */
export function mergedSchema(model: Model): SchemaParts {
  const { subgraphs, objects, interfaces, unions } = model;
  const moods = subgraphs.map(moodOf).join(" ");
  const types = [inputTypes, `enum Mood { CALM ${moods} }`];
  const resolvers: SchemaParts["resolvers"] = {};
  for (const object of objects) {
    const own = interfaces.filter((one) => allMembers(one).has(object.name));
    const extra = own.flatMap((one) => one.objectFields);
    const visible = object.fields.filter(({ isInaccessible }) => !isInaccessible);
    const printed = [...visible, ...extra].map(printMerged).join(" ");
    types.push(`type ${object.name}${printImplements(own.map(({ name }) => name))} { ${printed} }`);
    resolvers[object.name] = Object.fromEntries([
      ...visible.map((field) => [field.name, resolverOf(model, object, field)] as const),
      ...own.flatMap((one) =>
        one.objectFields.map((field) => [field.name, objectFieldResolver(model, one, field)] as const),
      ),
    ]);
  }
  for (const { name, parent, local, fields, objectFields } of interfaces) {
    const declared = new Set([...local.values()].flatMap((own) => own.fields));
    const isChild = parent !== undefined && implementsParent(parent, interfaces, local);
    const printed = [...fields.filter((field) => declared.has(field.name)), ...objectFields].map(printMerged).join(" ");
    types.push(`interface ${name}${printImplements(isChild ? [parent] : [])} { ${printed} }`);
  }
  for (const { name, members } of unions) {
    types.push(`union ${name} = ${[...new Set([...members.values()].flat())].join(" | ")}`);
  }
  return { typeDefs: types.join("\n"), resolvers };
}

function printMerged(field: Field): string {
  return printField(field.looseIn.length > 0 ? withLooseType(field) : field);
}

function allMembers({ local }: Interface): ReadonlySet<string> {
  return new Set([...local.values()].flatMap(({ members }) => members));
}

function implementsParent(parent: string, interfaces: readonly Interface[], local: Interface["local"]): boolean {
  const home = interfaces.find(({ name }) => name === parent);
  return [...local.keys()].some((subgraph) => home?.local.has(subgraph));
}

/** Each field of a mutation sees how many came before. */
export function resolverOf(model: Model, object: ObjectType, field: Field): Resolver {
  if (object.name === "Mutation") {
    return (_, args, session) => trueValue(model, object, field, String(++session.mutations), args);
  }
  return (source, args) => trueValue(model, object, field, source?.id ?? "", args);
}

export function objectFieldResolver(model: Model, { name }: Interface, field: Field): Resolver {
  return (source, args) => {
    if (field.requires.length === 0) return fieldValue(model, name, source.id, field, args);
    const object = objectOf(model, source);
    return computed(
      field,
      args,
      field.requires.map((needed) => neededValue(model, object, source.id, needed)),
    );
  };
}

import { coerce } from "../model/arguments.ts";
import type { Field, Model, Needed, ObjectType } from "../model/model.ts";
import { type FieldArguments, fault, fieldValue, type Handle } from "./field-value.ts";
import { hash } from "./hash.ts";

/** What one schema that has everything answers for a field of an object. @throws where the field is faulty */
export function trueValue(model: Model, object: ObjectType, field: Field, id: string, args: FieldArguments): unknown {
  const { gap } = object;
  if (gap && field.kind === "plain" && field.owners.includes(gap.subgraph) && isAbsent(id)) {
    if (gap.isFailure) throw fault(object.name, id);
    return null;
  }
  if (field.kind === "key") return keyValue(field.name, id);
  if (field.requires.length === 0) return fieldValue(model, object.name, id, field, args);
  return computed(
    field,
    args,
    field.requires.map((needed) => neededValue(model, object, id, needed)),
  );
}

/** Whether the subgraph with the gap does not have the object. */
export function isAbsent(id: string): boolean {
  return hash(id, "absent") % 3 === 0;
}

function keyValue(name: string, id: string): unknown {
  if (name === "code") return `code of ${id}`;
  const ref = { __typename: "Ref", id };
  return name === "ref" ? ref : name === "refs" ? [ref, ref] : id;
}

/** The id that a reference stands for, by whichever key. */
export function idOf({ id, code, ref, refs = [ref] }: Readonly<Record<string, unknown>>): string {
  if (typeof id === "string") return id;
  if (typeof code === "string") return code.slice("code of ".length);
  return (refs as readonly { readonly id: string }[])[0]?.id ?? "";
}

/** What a field that requires others makes of them. */
export function computed({ name, args: declared }: Field, args: FieldArguments, needed: readonly unknown[]): string {
  const known = declared.map((argument) => args[argument.name]);
  return `${name} of ${JSON.stringify([needed, known])}`;
}

export function neededValue(
  model: Model,
  object: ObjectType,
  id: string,
  { field: name, args, inner }: Needed,
): unknown {
  const field = fieldOf(object, name);
  const value = trueValue(model, object, field, id, coerce(field.args, args));
  return inner.length > 0
    ? selected(value, inner, (handle, part) => neededValue(model, objectOf(model, handle), handle.id, part))
    : value;
}

/** The needed members of objects, however deep in lists. */
export function selected(
  value: unknown,
  inner: readonly Needed[],
  read: (handle: Handle, part: Needed) => unknown,
): unknown {
  if (Array.isArray(value)) return value.map((item) => selected(item, inner, read));
  if (value === null || value === undefined) return null;
  return inner.map((part) => read(value as Handle, part));
}

export function objectOf({ objects }: Model, { __typename }: Handle): ObjectType {
  return objects.find(({ name }) => name === __typename) as ObjectType;
}

export function fieldOf({ fields }: ObjectType, name: string): Field {
  return fields.find((field) => field.name === name) as Field;
}

import { printArguments } from "../model/arguments.ts";
import { loosened, printType } from "../model/field-types.ts";
import type { Field, Key, Needed } from "../model/model.ts";

export function printField(field: Field, directives: readonly string[] = []): string {
  return [`${field.name}${printArguments(field.args)}: ${printType(field.type)}`, ...directives].join(" ");
}

/** A field as it is declared where null is possible, by the words of the schema at least. */
export function withLooseType(field: Field): Field {
  return { ...field, type: loosened(field.type) };
}

export function printKey({ fields, isResolvable }: Key): string {
  const text = fields.map((field) => (field.startsWith("ref") ? `${field} { id }` : field)).join(" ");
  return `@key(fields: "${text}"${isResolvable ? "" : ", resolvable: false"})`;
}

/** As in `@requires(fields: ...)`, quotes included. */
export function printNeeded(needed: readonly Needed[]): string {
  return JSON.stringify(needed.map(printOne).join(" "));
}

function printOne({ field, args, inner }: Needed): string {
  const given = [...args].map(([name, text]) => `${name}: ${text}`).join(", ");
  return [
    `${field}${given === "" ? "" : `(${given})`}`,
    ...(inner.length > 0 ? [`{ ${inner.map(printOne).join(" ")} }`] : []),
  ].join(" ");
}

/** `implements` and its names, or nothing. */
export function printImplements(names: readonly string[]): string {
  return names.length > 0 ? ` implements ${names.join(" & ")}` : "";
}

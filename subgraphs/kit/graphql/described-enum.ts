import "reflect-metadata";
import { registerEnumType } from "type-graphql";

/**
 * A GraphQL enum from its values and their descriptions.
 *
 * @example
 * export const FlowKind = describedEnum("FlowKind", "Direction of trade.", { EXPORT: "Goods out.", IMPORT: "Goods in." });
 * export type FlowKind = keyof typeof FlowKind;
 */
export function describedEnum<const T extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: T,
): { readonly [K in keyof T]: K } {
  const names = Object.keys(values) as (keyof T & string)[];
  const result = Object.fromEntries(names.map((value) => [value, value])) as { [K in keyof T]: K };
  registerEnumType(result as object, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])),
  });
  return result;
}

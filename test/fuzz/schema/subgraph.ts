import { inputTypes } from "../model/arguments.ts";
import { externalsIn } from "../model/externals.ts";
import type { Argument, Field, Interface, Model, ObjectType, Provided } from "../model/model.ts";
import { moodOf } from "../values/field-value.ts";
import { printField, printImplements, printKey, printNeeded, withLooseType } from "./print.ts";

const directives = "@key @shareable @external @requires @provides @inaccessible @interfaceObject @override"
  .split(" ")
  .map((name) => `"${name}"`)
  .join(", ");
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${directives}])`;

const spare: Argument = { name: "spare", type: "Int", default: "9" };

/** What one subgraph declares of the graph. */
export function printSubgraph(model: Model, subgraph: string): string {
  const { objects, interfaces, unions } = model;
  const types = objects.filter(({ keys }) => keys.has(subgraph)).map((object) => printObject(model, object, subgraph));
  for (const one of interfaces) {
    const local = one.local.get(subgraph);
    if (local) types.push(printInterface(one, local.fields, subgraph, interfaces));
    if (one.objectIn.includes(subgraph)) types.push(printInterfaceObject(one, subgraph));
  }
  for (const { name, members } of unions) {
    const own = members.get(subgraph);
    if (own) types.push(`union ${name} = ${own.join(" | ")}`);
  }
  return [link, inputTypes, `enum Mood { CALM ${moodOf(subgraph)} }`, ...types].join("\n");
}

function printObject({ objects, interfaces }: Model, object: ObjectType, subgraph: string): string {
  const { name, keys, fields } = object;
  const externals = externalsIn(objects, name, subgraph);
  const lines = fields.flatMap((field) => {
    if (field.owners.includes(subgraph)) return [printOwned(field, subgraph, isProvided(objects, name, field))];
    if (externals.has(field.name)) return [printField(field, ["@external"])];
    return field.overrides === subgraph ? [printField(field)] : [];
  });
  const implemented = interfaces.filter(({ local }) => local.get(subgraph)?.members.includes(name));
  const head = [
    `type ${name}${printImplements(implemented.map((one) => one.name))}`,
    ...(keys.get(subgraph) ?? []).map(printKey),
  ];
  return `${head.join(" ")} { ${lines.join(" ")} }`;
}

/** Whoever gives a field along resolves it too. */
function isProvided(objects: readonly ObjectType[], type: string, { name }: Field): boolean {
  const isGiven = (given: Provided): boolean =>
    (given.type === type && given.field === name) || given.inner.some(isGiven);
  return objects.some(({ fields }) => fields.some(({ provides }) => provides.some(isGiven)));
}

function printOwned(field: Field, subgraph: string, isGiven = false): string {
  const { name, kind, owners, isInaccessible, requires, provides, overrides, looseIn, extraIn } = field;
  const own: string[] = [];
  if (isGiven || (owners.length > 1 && (kind === "plain" || name === "id"))) own.push("@shareable");
  if (isInaccessible) own.push("@inaccessible");
  if (requires.length > 0) own.push(`@requires(fields: ${printNeeded(requires)})`);
  if (provides.length > 0) own.push(`@provides(fields: "${printProvides(field.type.base, provides)}")`);
  if (overrides !== undefined) own.push(`@override(from: "${overrides}")`);
  const typed = looseIn.includes(subgraph) ? withLooseType(field) : field;
  return printField(extraIn === subgraph ? { ...typed, args: [...typed.args, spare] } : typed, own);
}

function printProvides(base: string, provides: readonly Provided[]): string {
  return provides
    .map((given) => (given.type === base ? printGiven(given) : `... on ${given.type} { ${printGiven(given)} }`))
    .join(" ");
}

function printGiven({ field, inner }: Provided): string {
  return inner.length > 0 ? `${field} { ${inner.map(printGiven).join(" ")} }` : field;
}

function printInterface(
  { name, parent, keyed, fields }: Interface,
  declared: readonly string[],
  subgraph: string,
  interfaces: readonly Interface[],
): string {
  const isChild = parent !== undefined && interfaces.some((one) => one.name === parent && one.local.has(subgraph));
  const key = keyed.has(subgraph) ? ' @key(fields: "id")' : "";
  const lines = fields.filter((field) => declared.includes(field.name)).map((field) => printField(field));
  return `interface ${name}${printImplements(isChild ? [parent] : [])}${key} { ${lines.join(" ")} }`;
}

function printInterfaceObject({ name, fields, objectFields }: Interface, subgraph: string): string {
  const own = objectFields.filter(({ owners }) => owners.includes(subgraph));
  const needed = new Set(own.flatMap(({ requires }) => requires.map(({ field }) => field)));
  const externals = fields.filter((field) => needed.has(field.name)).map((field) => printField(field, ["@external"]));
  const lines = [...externals, ...own.map((field) => printOwned(field, subgraph))];
  return `type ${name} @key(fields: "id") @interfaceObject { id: ID! ${lines.join(" ")} }`;
}

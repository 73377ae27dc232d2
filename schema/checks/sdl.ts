import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from "graphql";

/** The parts of SDL documents by their coordinate: `Type`, `Type.field`, `Enum.VALUE`; each as one line of text. */
export function coordinatesOf(document: DocumentNode): Map<string, string> {
  const found = new Map<string, string>();
  for (const node of document.definitions) {
    if (!("name" in node) || !node.name || node.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const type = node as TypeDefinitionNode | TypeExtensionNode;
    const kind = type.kind.replace("Extension", "Definition");
    // An extension adds to its type: it does not take the keys of the definition away.
    const extendsKnown = type.kind !== kind && found.has(type.name.value);
    if (!extendsKnown) found.set(type.name.value, `${kind}${keysOf(type)}`);
    for (const field of "fields" in type ? (type.fields ?? []) : []) {
      found.set(`${type.name.value}.${field.name.value}`, signatureOf(field));
    }
    for (const value of "values" in type ? (type.values ?? []) : []) {
      found.set(`${type.name.value}.${value.name.value}`, "enum value");
    }
  }
  return found;
}

/** `@key` makes a type a joint of the graph: its fields and whether it can be resolved belong to the contract. */
function keysOf(type: TypeDefinitionNode | TypeExtensionNode): string {
  const keys = (type.directives ?? []).filter(({ name }) => name.value === "key").map((key) => ` ${print(key)}`);
  return keys.sort().join("");
}

function signatureOf(field: FieldDefinitionNode | InputValueDefinitionNode): string {
  const given = "arguments" in field ? [...(field.arguments ?? [])] : [];
  const args = given
    .sort((a, b) => (a.name.value < b.name.value ? -1 : 1))
    .map(
      ({ name, type, defaultValue }) =>
        `${name.value}: ${print(type)}${defaultValue ? ` = ${print(defaultValue)}` : ""}`,
    );
  return `${args.length > 0 ? `(${args.join(", ")})` : ""}: ${print(field.type)}`;
}

import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { afterVariable, pageKey, totalKey, unitKey } from "./hidden-keys.ts";

const pageNodes = 1000;

/**
 * The query with what the table needs and the client did not ask for: the unit beside a number,
 * and the place of the page in a connection that is read to its end.
 *
 * @param document one operation with its fragments, parsed with locations
 * @param paged the field of that connection
 */
export function augment(schema: GraphQLSchema, document: DocumentNode, paged: FieldNode | undefined): DocumentNode {
  const types = new TypeInfo(schema);
  const withUnits = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (node) => (isSame(node, paged) ? withPage(node) : undefined),
      },
      SelectionSet(node) {
        const unit = unitOf(types, node);
        return unit ? { ...node, selections: [...node.selections, unit] } : undefined;
      },
    }),
  );
  return paged ? visit(withUnits, { OperationDefinition: withAfterVariable }) : withUnits;
}

/** A field is a new object after a change below it: its place in the text tells that it is the same. */
function isSame(node: FieldNode, paged: FieldNode | undefined): boolean {
  return paged !== undefined && node.loc?.start === paged.loc?.start && node.loc?.end === paged.loc?.end;
}

function unitOf(types: TypeInfo, { selections }: SelectionSetNode): SelectionNode | undefined {
  const type = types.getParentType();
  if (!isObjectType(type)) return undefined;
  const unit = ["unit", "currency"].find((name) => name in type.getFields());
  const names = selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
  return unit && names.includes("value") && !names.includes(unit) ? fieldOf(`${unitKey}: ${unit}`) : undefined;
}

function withPage(field: FieldNode): FieldNode {
  const page = parse(`{ ${pageKey}: pageInfo { hasNextPage endCursor } ${totalKey}: totalCount }`, {
    noLocation: true,
  });
  const [operation] = page.definitions as readonly [OperationDefinitionNode];
  const given = fieldOf(`x(first: ${pageNodes}, after: $${afterVariable})`);
  return {
    ...field,
    arguments: [...(field.arguments ?? []), ...(given.arguments ?? [])],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [...(field.selectionSet?.selections ?? []), ...operation.selectionSet.selections],
    },
  };
}

function withAfterVariable(operation: OperationDefinitionNode): OperationDefinitionNode {
  const [{ variableDefinitions = [] }] = parse(`query ($${afterVariable}: String) { x }`, { noLocation: true })
    .definitions as readonly [OperationDefinitionNode];
  return { ...operation, variableDefinitions: [...(operation.variableDefinitions ?? []), ...variableDefinitions] };
}

function fieldOf(text: string): FieldNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions as readonly [OperationDefinitionNode];
  const [field] = operation.selectionSet.selections as readonly [FieldNode];
  return field;
}

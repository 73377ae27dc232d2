import {
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type NameNode,
  type OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from "graphql";
import { GraphError } from "../../../subgraphs/kit/errors.ts";
import { directivesOf, withDefaults } from "./directives.ts";
import { isIntrospection, typenameKey } from "./key-names.ts";
import { coversType, fragmentOf, isIncluded, type Selector } from "./selector.ts";
import { toPlannedVariables, usedVariables } from "./variables.ts";

/** Bounds the work of planning: fragments that spread fragments can stand for far more fields than they have letters. */
const mostSelections = 20_000;

interface Asked {
  readonly key: string;
  readonly first: FieldNode;
  readonly children: (readonly SelectionNode[])[];
}

interface Level {
  /** The condition that leads here; at the top of a place its own type. */
  readonly type: GraphQLCompositeType;
  /** By what tells two ways to ask for a field apart. */
  readonly fields: Map<string, Asked>;
  readonly conditions: Map<string, Level>;
  /** The fragments that are in it already. */
  readonly spread: Set<string>;
}

export interface PlannerDocumentOptions {
  readonly selector: Selector;
  readonly kind: OperationTypeNode;
  readonly operationName: string | undefined;
  readonly variables: readonly VariableDefinitionNode[];
  readonly root: GraphQLCompositeType;
  readonly selections: readonly SelectionNode[];
  /** Whether the client may not see the field. */
  readonly isDenied: (parent: GraphQLCompositeType, field: string) => boolean;
}

/**
 * The operation as it is planned: conditions decided, fragments merged into their places, every field under its key.
 * Undefined when it needs no subgraph.
 *
 * @throws GraphError QUERY_TOO_LARGE
 */
export function toPlannerDocument(options: PlannerDocumentOptions): DocumentNode | undefined {
  const { selector, kind, operationName, variables, root, selections, isDenied } = options;
  const { schema, keys } = selector;
  let count = 0;

  function countOne(): void {
    if (++count <= mostSelections) return;
    const message = `The query stands for more than ${mostSelections} selections. Ask for less at once.`;
    throw new GraphError("QUERY_TOO_LARGE", message);
  }

  function selectionSetOf(place: GraphQLCompositeType, lists: readonly (readonly SelectionNode[])[]): SelectionNode[] {
    const top = newLevel(place);

    function walk(nodes: readonly SelectionNode[], level: Level): void {
      for (const node of nodes) {
        if (!isIncluded(selector, node)) continue;
        countOne();
        if (node.kind === Kind.FIELD) addField(level, node);
        else addFragment(level, node);
      }
    }

    function addField(level: Level, node: FieldNode): void {
      if (isIntrospection(node) || isDenied(level.type, node.name.value)) return;
      const key = keys.keyOf(node, place);
      const identity = [key, ...directivesOf(node).map((directive) => print(directive))].join(" ");
      const field = level.fields.get(identity) ?? { key, first: node, children: [] };
      if (node.selectionSet) field.children.push(node.selectionSet.selections);
      level.fields.set(identity, field);
    }

    function addFragment(level: Level, node: Exclude<SelectionNode, FieldNode>): void {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (level.spread.has(node.name.value)) return;
        level.spread.add(node.name.value);
      }
      const { condition = level.type, selections: inner } = fragmentOf(selector, node);
      const isSplit = !coversType(schema, condition, level.type) && isSplitIn(level.type, condition);
      for (const type of isSplit ? schema.getPossibleTypes(condition) : [condition]) {
        const target = levelFor(level, type);
        if (target) walk(inner, target);
      }
    }

    /**
     * A union has no fields of its own: what stands in a fragment on it is asked of each of its types. So is what stands
     * in one on another interface, which planners do not find where a subgraph knows the interface here as an object.
     */
    function isSplitIn(here: GraphQLCompositeType, condition: GraphQLCompositeType): condition is GraphQLAbstractType {
      if (isUnionType(condition)) return true;
      return isInterfaceType(condition) && isInterfaceType(here) && !schema.isSubType(here, condition);
    }

    function levelFor(level: Level, condition: GraphQLCompositeType): Level | undefined {
      if (coversType(schema, condition, level.type)) return level;
      if (isObjectType(level.type)) return undefined;
      if (isObjectType(condition) && !(isAbstractType(level.type) && schema.isSubType(level.type, condition)))
        return undefined;
      // An object type is the same condition however deep it stands, so that all fragments on it merge.
      const home = isObjectType(condition) ? top : level;
      const known = home.conditions.get(condition.name) ?? newLevel(condition);
      home.conditions.set(condition.name, known);
      return known;
    }

    for (const nodes of lists) walk(nodes, top);
    return toSelections(top);
  }

  function toSelections({ type, fields, conditions }: Level): SelectionNode[] {
    const result: SelectionNode[] = [];
    for (const field of fields.values()) result.push(toField(type, field));
    for (const level of conditions.values()) {
      const inner = toSelections(level);
      if (inner.length > 0) result.push(toFragment(level.type, inner));
    }
    return result;
  }

  function toField(parent: GraphQLCompositeType, { key, first, children }: Asked): FieldNode {
    const name = first.name.value;
    const type = "getFields" in parent ? getNamedType(parent.getFields()[name]?.type) : undefined;
    const inner = type && isCompositeType(type) ? selectionSetOf(type, children) : undefined;
    return {
      kind: Kind.FIELD,
      name: first.name,
      ...(key !== name && { alias: nameNode(key) }),
      ...(first.arguments && { arguments: first.arguments }),
      directives: directivesOf(first).map((own) => withDefaults(schema, own)),
      ...(inner && { selectionSet: selectionSet(inner.length > 0 ? inner : [typenameField]) }),
    };
  }

  const inner = selectionSetOf(root, [selections]).filter(
    (node) => node.kind !== Kind.FIELD || node.name.value !== typenameKey,
  );
  if (inner.length === 0) return undefined;
  const body = selectionSet(inner);
  return toPlannedVariables({
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: kind,
        ...(operationName !== undefined && { name: nameNode(operationName) }),
        variableDefinitions: usedVariables(variables, body),
        selectionSet: body,
      },
    ],
  });
}

const typenameField: FieldNode = { kind: Kind.FIELD, name: nameNode(typenameKey) };

function newLevel(type: GraphQLCompositeType): Level {
  return { type, fields: new Map(), conditions: new Map(), spread: new Set() };
}

function toFragment(type: GraphQLCompositeType, selections: SelectionNode[]): SelectionNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(type.name) } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: selectionSet(selections) };
}

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

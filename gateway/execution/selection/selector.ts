import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isUnionType,
  Kind,
  type SelectionNode,
} from "graphql";
import { isCondition } from "./directives.ts";
import type { KeyNames } from "./key-names.ts";

/** What is needed to read the selections of one client operation, its conditions decided. */
export interface Selector {
  /** What the client sees. */
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Value of each variable that a `@skip` or `@include` looks at. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly keys: KeyNames;
}

/** One field of an answer: all the places of the operation that select it under this name. */
export interface SelectedField {
  readonly responseName: string;
  /** Under what name the data that the subgraphs gave have it. */
  readonly key: string;
  /** The type on which it is planned: that of the place, or of the innermost fragment that narrows it. */
  readonly parent: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

/**
 * The fields that an object gets, by response name, in the order the client asked for.
 *
 * @param place the type that the schema promises where the object stands
 * @param type what the object is; the interface itself where no subgraph said more
 */
export function selectFields(
  selector: Selector,
  selections: readonly (readonly SelectionNode[])[],
  place: GraphQLCompositeType,
  type: GraphQLCompositeType,
): Map<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  const spread = new Set<string>();

  function walk(nodes: readonly SelectionNode[], parent: GraphQLCompositeType): void {
    for (const node of nodes) {
      if (!isIncluded(selector, node)) continue;
      if (node.kind === Kind.FIELD) {
        const responseName = node.alias?.value ?? node.name.value;
        const known = fields.get(responseName);
        if (known) known.nodes.push(node);
        else {
          const key = selector.keys.keyOf(node, place);
          fields.set(responseName, { responseName, key, parent, nodes: [node] });
        }
      } else {
        if (node.kind === Kind.FRAGMENT_SPREAD) {
          if (spread.has(node.name.value)) continue;
          spread.add(node.name.value);
        }
        const fragment = fragmentOf(selector, node);
        const condition = fragment.condition ?? parent;
        if (coversType(selector.schema, condition, type)) walk(fragment.selections, narrow(parent, condition));
      }
    }
  }

  /** The type that the fields of a fragment are planned on. */
  function narrow(parent: GraphQLCompositeType, condition: GraphQLCompositeType): GraphQLCompositeType {
    if (coversType(selector.schema, condition, parent)) return parent;
    return isUnionType(condition) ? type : condition;
  }

  for (const nodes of selections) walk(nodes, place);
  return fields;
}

/** What an inline fragment or a spread brings. */
export function fragmentOf(
  { schema, fragments }: Selector,
  node: Exclude<SelectionNode, FieldNode>,
): { condition: GraphQLCompositeType | undefined; selections: readonly SelectionNode[] } {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
  const name = fragment?.typeCondition?.name.value;
  return {
    condition: name === undefined ? undefined : (schema.getType(name) as GraphQLCompositeType),
    selections: fragment?.selectionSet.selections ?? [],
  };
}

/** Whether a fragment on the condition applies to every object of the type. */
export function coversType(
  schema: GraphQLSchema,
  condition: GraphQLCompositeType,
  type: GraphQLCompositeType,
): boolean {
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type as never));
}

/** Whether `@skip` and `@include` leave it in. */
export function isIncluded({ conditions }: Selector, { directives = [] }: SelectionNode): boolean {
  return directives.every(({ name, arguments: args }) => {
    if (!isCondition(name.value)) return true;
    const value = args?.[0]?.value;
    const holds =
      value?.kind === Kind.VARIABLE ? conditions[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return (holds === true) === (name.value === "include");
  });
}

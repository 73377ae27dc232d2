import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { type DocumentNode, Kind, parse, visit } from "graphql";
import type { RequiredArguments } from "../planning/required-arguments.ts";
import { entitySelectionsOf, groupFields } from "./entity-selections.ts";

/** The operation of a fetch with stand-ins written as what they stand for, under their own names. */
export function spellStandIns(operation: string, { standIns }: RequiredArguments): DocumentNode {
  const document = parse(operation, { noLocation: true });
  if (standIns.size === 0) return document;
  return visit(document, {
    Field(node) {
      const standIn = standIns.get(node.name.value);
      if (!standIn) return undefined;
      const alias = node.alias ?? node.name;
      return { ...node, alias, name: { kind: Kind.NAME, value: standIn.field }, arguments: standIn.arguments };
    },
  });
}

/**
 * Splits a fetch whose fields require one field with different arguments: a representation has room for one of them,
 * so each set of arguments gets a fetch with the fields that require it.
 */
export function splitByRequirements<T extends FetchNode>(node: T, required: RequiredArguments): T[] {
  const conflicting = findConflicts(node.requires ?? [], required);
  if (conflicting.size === 0) return [node];
  const { selections, asking } = entitySelectionsOf(node.operation);
  const groups = groupFields(selections, ({ name: { value: field } }, type) => {
    if (field === "__typename") return undefined;
    const own = [...required.standInsOf(node.serviceName, type, field)];
    return own
      .filter((name) => conflicting.has(name))
      .sort()
      .join(" ");
  });
  return [...groups].map(([group, own]) => ({
    ...node,
    requires: requiredBy(new Set(group.split(" ")), node.requires ?? [], conflicting, required),
    operation: asking(own),
  }));
}

/** The stand-ins that stand beside another one for the same field. */
function findConflicts(
  selections: readonly QueryPlanSelectionNode[],
  required: RequiredArguments,
): ReadonlySet<string> {
  const conflicting = new Set<string>();

  function walk(nodes: readonly QueryPlanSelectionNode[], names: Map<string, string>): void {
    for (const node of nodes) {
      if (node.kind === "InlineFragment") {
        walk(node.selections, names);
        continue;
      }
      const field = required.standIns.get(node.name)?.field ?? node.name;
      const known = names.get(field);
      if (known !== undefined && known !== node.name) {
        for (const name of [known, node.name]) if (required.standIns.has(name)) conflicting.add(name);
      }
      names.set(field, node.name);
      if (node.selections) walk(node.selections, new Map());
    }
  }

  if (required.standIns.size > 0) walk(selections, new Map());
  return conflicting;
}

/** Of what a fetch requires, what one of the groups does: where it has a stand-in, the field itself is another's. */
function requiredBy(
  own: ReadonlySet<string>,
  selections: readonly QueryPlanSelectionNode[],
  conflicting: ReadonlySet<string>,
  required: RequiredArguments,
): QueryPlanSelectionNode[] {
  const dropped = new Set([...conflicting].filter((name) => !own.has(name)));

  function keepOwn(nodes: readonly QueryPlanSelectionNode[], around: readonly string[]): QueryPlanSelectionNode[] {
    const names = nodes.flatMap((node) => (node.kind === "Field" && own.has(node.name) ? [node.name] : []));
    const replaced = [...around, ...names.map((name) => required.standIns.get(name)?.field ?? name)];
    return nodes.flatMap((node): QueryPlanSelectionNode[] => {
      if (node.kind === "InlineFragment") return [{ ...node, selections: keepOwn(node.selections, replaced) }];
      if (dropped.has(node.name) || replaced.includes(node.name)) return [];
      return [node.selections ? { ...node, selections: keepOwn(node.selections, []) } : node];
    });
  }

  return keepOwn(selections, []);
}

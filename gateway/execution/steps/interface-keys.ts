import type { FetchDataRewrite, FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { type FieldNode, Kind, type SelectionNode } from "graphql";
import type { TypeIndex } from "../planning/type-index.ts";
import { type AskedTypesOptions, type EntityFetch, splitByAskedTypes } from "./asked-types.ts";
import { entitySelectionsOf, groupFields } from "./entity-selections.ts";

type Fragment = Extract<QueryPlanSelectionNode, { kind: "InlineFragment" }>;

/** Splits a fetch that finds objects by the key of an interface where the plan asks too much in one. */
export function splitByInterface(node: FetchNode, options: Omit<AskedTypesOptions, "interfaces">): EntityFetch[] {
  const { types } = options;
  const interfaces = (node.inputRewrites ?? []).flatMap((rewrite) => interfaceSetBy(rewrite) ?? []);
  if (interfaces.length === 0) return [node];
  return splitSpecial(node, interfaces, types)
    .flatMap((own) => splitComputed(own, interfaces, types))
    .flatMap((own) => splitByAskedTypes(own, { ...options, interfaces: [...new Set(interfaces)] }));
}

/**
 * Fields of some of the types that require others: found by the interface, an object has only its key, so that those
 * fields are asked of the object by its type.
 */
function splitSpecial(node: FetchNode, interfaces: readonly string[], types: TypeIndex): FetchNode[] {
  const { requires = [], inputRewrites = [] } = node;
  const shared = requires.flatMap((own) => (isOn(own, (name) => interfaces.includes(name)) ? own.selections : []));
  const special = requires.filter(
    (own): own is Fragment =>
      isOn(own, (name) => types.isObject(name) && interfaces.some((one) => types.covers(one, name))) &&
      own.selections.some((field) => !shared.some((other) => isSame(field, other))),
  );
  const conditions = new Set(special.map(({ typeCondition }) => typeCondition));
  const { selections, asking } = entitySelectionsOf(node.operation);
  const isSpecial = (own: SelectionNode) =>
    own.kind === Kind.INLINE_FRAGMENT && conditions.has(own.typeCondition?.name.value);
  const apart = selections.filter(isSpecial);
  if (apart.length === 0) return [node];
  const byType: FetchNode = {
    ...node,
    requires: special.map((own) => ({
      ...own,
      selections: [
        ...own.selections,
        ...shared.filter((field) => !own.selections.some((other) => isSame(field, other))),
      ],
    })),
    inputRewrites: inputRewrites.filter((rewrite) => interfaceSetBy(rewrite) === undefined),
    operation: asking(apart),
  };
  const rest = selections.filter((own) => !isSpecial(own));
  if (rest.length === 0) return [byType];
  const others = requires.filter((own) => !(special as QueryPlanSelectionNode[]).includes(own));
  return [byType, { ...node, requires: others, operation: asking(rest) }];
}

/**
 * Fields of the interface that require others: the plan may have fetched those for some of the types only, and what
 * requires nothing is asked of all.
 */
function splitComputed(node: FetchNode, interfaces: readonly string[], types: TypeIndex): FetchNode[] {
  const { requires = [], serviceName } = node;
  const { selections, asking } = entitySelectionsOf(node.operation);
  const isComputed = ({ name }: FieldNode, type: string) =>
    interfaces.includes(type) && types.isComputed(serviceName, type, name.value);
  const groups = groupFields(selections, isComputed);
  const [computed, plain] = [groups.get(true), groups.get(false)];
  if (!computed || !plain) return [node];
  const keys = new Set(
    interfaces.flatMap((name) => types.keysOf(serviceName, name).flatMap((key) => key.map((field) => field.name))),
  );
  const isKey = (field: QueryPlanSelectionNode) =>
    field.kind !== "Field" || field.name === "__typename" || keys.has(field.name);
  const byKey = requires.map((own) =>
    isOn(own, (name) => interfaces.includes(name)) ? { ...own, selections: own.selections.filter(isKey) } : own,
  );
  return [
    { ...node, requires: byKey, operation: asking(plain) },
    { ...node, operation: asking(computed) },
  ];
}

function interfaceSetBy(rewrite: FetchDataRewrite): string | undefined {
  return rewrite.kind === "ValueSetter" && rewrite.path.at(-1) === "__typename"
    ? String(rewrite.setValueTo)
    : undefined;
}

function isOn(node: QueryPlanSelectionNode, isMeant: (name: string) => boolean): node is Fragment {
  return node.kind === "InlineFragment" && node.typeCondition !== undefined && isMeant(node.typeCondition);
}

function isSame(one: QueryPlanSelectionNode, other: QueryPlanSelectionNode): boolean {
  return one.kind === "Field" && other.kind === "Field" && one.name === other.name;
}

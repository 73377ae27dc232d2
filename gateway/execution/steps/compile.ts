import type { PlanNode } from "@apollo/query-planner";
import {
  type DocumentNode,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
} from "graphql";
import type { RequiredArguments } from "../planning/required-arguments.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import type { EntityFetch } from "./asked-types.ts";
import { toContextArgument } from "./contexts.ts";
import { entitySelectionSet, operationOf } from "./entity-selections.ts";
import { listFetches, type PlannedFetch } from "./fetches.ts";
import { splitByInterface } from "./interface-keys.ts";
import { toAnswerKeys } from "./merge.ts";
import { inOrderOfNeeds, memberPath, neededPaths } from "./needs.ts";
import type { Place } from "./place.ts";
import { compileRepresentation } from "./representation.ts";
import { spellStandIns, splitByRequirements } from "./stand-ins.ts";
import type { EntityPart, RootPart, Step } from "./step.ts";

export interface CompileOptions {
  /** The operation as it was planned. */
  readonly planned: DocumentNode;
  readonly types: TypeIndex;
  readonly required: RequiredArguments;
}

/**
 * The calls that carry out a plan. Fetches from one subgraph that can start at the same time are one call, and those
 * among them that ask the same of different objects are one list of objects.
 */
export function compileSteps(plan: PlanNode | undefined, options: CompileOptions): Step[] {
  const fetches = delayLast(inOrderOfNeeds(listFetches(plan)));
  const needed = new Set(fetches.flatMap(neededPaths));
  const groups = new Map<string, number[]>();
  for (const [position, { node, depth }] of fetches.entries()) {
    const joins = node.requires && node.operationKind === "query" && !node.contextRewrites?.length;
    const group = joins ? `${depth} ${node.serviceName}` : `alone ${position}`;
    groups.set(group, [...(groups.get(group) ?? []), position]);
  }
  const members = [...groups.values()].sort((a, b) => depthOf(fetches, a) - depthOf(fetches, b));
  const stepOf = new Map<number, number>();
  for (const [step, positions] of members.entries()) for (const position of positions) stepOf.set(position, step);
  return members.map((positions) => {
    const own = positions.map((position) => fetches[position] as PlannedFetch);
    const after = new Set(own.flatMap((fetch) => fetch.after.map((position) => stepOf.get(position) as number)));
    return own[0]?.node.requires
      ? toEntityStep(own, [...after], options, needed)
      : toRootStep(own[0] as PlannedFetch, [...after], options);
  });
}

/**
 * What nothing waits for may as well go with the last call to its subgraph: the answer is not complete before that one.
 */
function delayLast(fetches: readonly PlannedFetch[]): PlannedFetch[] {
  const awaited = new Set(fetches.flatMap(({ after }) => after));
  return fetches.map((fetch, position) => {
    if (awaited.has(position) || !fetch.node.requires || fetch.node.contextRewrites?.length) return fetch;
    const same = fetches.filter(({ node }) => node.requires && node.serviceName === fetch.node.serviceName);
    return { ...fetch, depth: Math.max(...same.map(({ depth }) => depth)) };
  });
}

function depthOf(fetches: readonly PlannedFetch[], [first = 0]: readonly number[]): number {
  return fetches[first]?.depth ?? 0;
}

function toRootStep({ node }: PlannedFetch, after: readonly number[], { required }: CompileOptions): Step {
  const document = spellStandIns(node.operation, required);
  const operation = operationOf(document);
  const rewrites = node.outputRewrites ?? [];
  const part: RootPart = { kind: "root", keys: toAnswerKeys(operation.selectionSet, rewrites), rewrites };
  return {
    subgraph: node.serviceName,
    operation: {
      kind: node.operationKind === "mutation" ? "mutation" : "query",
      query: stripIgnoredCharacters(print(document)),
      name: node.operationName,
    },
    variables: node.variableUsages ?? [],
    after,
    parts: [part],
  };
}

interface Draft {
  readonly part: EntityPart & { readonly places: Place[] };
  readonly selectionSet: SelectionSetNode;
}

function toEntityStep(
  fetches: readonly PlannedFetch[],
  after: readonly number[],
  options: CompileOptions,
  needed: ReadonlySet<string>,
): Step {
  const drafts = new Map<string, Draft>();
  const variables = new Map<string, VariableDefinitionNode>();
  const first = (fetches[0] as PlannedFetch).node;
  const parts = fetches.flatMap(({ node, place }) =>
    splitByInterface(node, { ...options, place, isRequired: (key) => needed.has(memberPath(place, key)) })
      .flatMap((part) => splitByRequirements(part, options.required))
      .map((part) => ({ node: part, place })),
  );
  for (const { node, place } of parts) {
    const document = spellStandIns(node.operation, options.required);
    const selectionSet = entitySelectionSet(document);
    for (const definition of operationOf(document).variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      if (name !== "representations") variables.set(name, definition);
    }
    const identity = JSON.stringify([
      node.requires,
      node.inputRewrites,
      node.outputRewrites,
      [...(node.asked ?? [])],
      print(selectionSet),
    ]);
    const known = drafts.get(identity);
    if (known) known.part.places.push(place);
    else drafts.set(identity, { part: toEntityPart(node, place, selectionSet, drafts.size, options), selectionSet });
  }
  const all = [...drafts.values()];
  return {
    subgraph: first.serviceName,
    operation: {
      kind: "query",
      query: printEntityQuery(first.operationName, all, [...variables.values()]),
      name: first.operationName,
    },
    variables: [...variables.keys()],
    after,
    parts: all.map(({ part }) => part),
  };
}

function toEntityPart(
  node: EntityFetch,
  place: Place,
  selectionSet: SelectionSetNode,
  index: number,
  { types, required }: CompileOptions,
): Draft["part"] {
  const outputRewrites = node.outputRewrites ?? [];
  const representing = compileRepresentation({
    types,
    subgraph: node.serviceName,
    asked: node.asked,
    requires: node.requires ?? [],
    rewrites: node.inputRewrites ?? [],
    standIns: required.standIns,
  });
  return {
    kind: "entities",
    field: index === 0 ? "_entities" : `_entities_${index}`,
    variable: index === 0 ? "representations" : `representations_${index}`,
    places: [place],
    representing,
    contexts: (node.contextRewrites ?? []).map(({ path, renameKeyTo }) => toContextArgument(renameKeyTo, path)),
    keys: toAnswerKeys(selectionSet, outputRewrites),
    rewrites: outputRewrites,
  };
}

function printEntityQuery(
  name: string | undefined,
  drafts: readonly Draft[],
  variables: readonly VariableDefinitionNode[],
): string {
  const declared = [
    ...drafts.map(({ part }) => `$${part.variable}: [_Any!]!`),
    ...variables.map((definition) => print(definition)),
  ];
  const fields = drafts.map(({ part, selectionSet }) => {
    const alias = part.field === "_entities" ? "" : `${part.field}: `;
    return `${alias}_entities(representations: $${part.variable}) ${print(selectionSet)}`;
  });
  return stripIgnoredCharacters(`query ${name ?? ""}(${declared.join(", ")}) { ${fields.join(" ")} }`);
}

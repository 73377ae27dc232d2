import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type ObjectShape, toObjectShape } from "./answer/shape.ts";
import { type Introspection, toIntrospection } from "./introspection.ts";
import type { IsDenied } from "./planning/access.ts";
import type { Planner } from "./planning/planner.ts";
import type { RequiredArguments } from "./planning/required-arguments.ts";
import type { TypeIndex } from "./planning/type-index.ts";
import { findDirected, isCondition } from "./selection/directives.ts";
import { createKeyNames, type SchemaNames } from "./selection/key-names.ts";
import { toPlannerDocument } from "./selection/planner-document.ts";
import type { Selector } from "./selection/selector.ts";
import { compileSteps } from "./steps/compile.ts";
import { assertComplete } from "./steps/coverage.ts";
import type { Step } from "./steps/step.ts";

/** How many sets of values of the variables in `@skip` and `@include` one operation is compiled for at a time. */
const mostVariants = 64;

/** What it takes to compile operations against a supergraph. */
export interface Plannable {
  /** What clients see, and the fields that only planning knows. */
  readonly schema: GraphQLSchema;
  readonly names: SchemaNames;
  readonly types: TypeIndex;
  readonly planner: Planner;
  readonly required: RequiredArguments;
  readonly isDenied: IsDenied;
}

type Conditions = Readonly<Record<string, unknown>>;

/** One operation of a client, as validated. */
export interface Operation {
  readonly definition: OperationDefinitionNode;
  /** What is to be done when the variables in `@skip` and `@include` have these values. @throws GraphError QUERY_TOO_LARGE */
  compile(variables: Conditions): CompiledOperation;
  /** The values for which it is compiled, the latest first. */
  compiledFor(): readonly Conditions[];
}

export interface CompiledOperation {
  readonly steps: readonly Step[];
  readonly shape: ObjectShape;
  readonly introspection: Introspection | undefined;
}

/** @param document has the operation of this name, or only one when there is no name */
export function createOperation(
  graph: Plannable,
  document: DocumentNode,
  operationName: string | undefined,
): Operation {
  const definition = findOperation(document, operationName);
  const root = rootOf(graph, definition);
  const fragments = new Map(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  const conditionVariables = findConditionVariables(document);
  const directed = findDirected(document);
  const variants = new LRUCache<string, CompiledOperation & { readonly conditions: Conditions }>({ max: mostVariants });

  function compile(conditions: Conditions): CompiledOperation {
    const keys = createKeyNames({ names: graph.names, root, directed, inSeries: definition.operation === "mutation" });
    const selector: Selector = { schema: graph.schema, fragments, conditions, keys };
    const { isDenied } = graph;
    const { selections } = definition.selectionSet;
    const shape = toObjectShape({ selector, types: graph.types, isDenied }, root, [selections]);
    const planned = toPlannerDocument({
      selector,
      kind: definition.operation,
      operationName: definition.name?.value,
      variables: definition.variableDefinitions ?? [],
      root,
      selections,
      isDenied,
    });
    const plan = planned && graph.planner.plan(planned);
    if (plan?.node?.kind === "Subscription") throw new GraphQLError("Subscriptions are not served.");
    const { types, required } = graph;
    const steps = planned ? compileSteps(plan?.node, { planned, types, required }) : [];
    if (planned) assertComplete(planned, steps);
    return {
      shape,
      steps,
      introspection: toIntrospection(selector, definition, root),
    };
  }

  return {
    definition,
    compile(variables) {
      const identity = conditionVariables.map((name) => (variables[name] === true ? 1 : 0)).join("");
      const known = variants.get(identity);
      if (known) return known;
      const conditions = Object.fromEntries(conditionVariables.map((name) => [name, variables[name] === true]));
      const compiled = compile(conditions);
      variants.set(identity, { ...compiled, conditions });
      return compiled;
    },
    compiledFor: () => [...variants.values()].map(({ conditions }) => conditions),
  };
}

function findOperation({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const found = name ? operations.find((node) => node.name?.value === name) : operations[0];
  if (found && (name || operations.length === 1)) return found;
  throw new GraphQLError(
    name
      ? `The document has no operation named ${JSON.stringify(name)}. Set operationName to one that it has.`
      : "The document has several operations. Set operationName to the one to run.",
    { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } },
  );
}

function rootOf({ schema }: Plannable, { operation }: OperationDefinitionNode): GraphQLObjectType {
  const root = schema.getRootType(operation);
  if (!root || operation === "subscription") {
    throw new GraphQLError(`This graph serves no ${operation}.`, { extensions: { code: "BAD_REQUEST" } });
  }
  return root;
}

function findConditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = isCondition(node.name.value) ? node.arguments?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function isFragment(node: DocumentNode["definitions"][number]): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}

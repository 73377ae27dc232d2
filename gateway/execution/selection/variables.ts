import { type ASTNode, Kind, type VariableDefinitionNode, visit } from "graphql";

/** Those of the definitions whose variables the node uses. */
export function usedVariables(definitions: readonly VariableDefinitionNode[], node: ASTNode): VariableDefinitionNode[] {
  const used = new Set<string>();
  visit(node, {
    enter(inner) {
      if (inner.kind === Kind.VARIABLE) used.add(inner.name.value);
    },
  });
  return definitions.filter(({ variable }) => used.has(variable.name.value));
}

/**
 * Calls to subgraphs have variables of their own, called `representations`. A client's variable of such a name, with any
 * number of underscores in front, is planned with one underscore more.
 */
export function toPlannedVariables<T extends ASTNode>(node: T): T {
  return visit(node, {
    enter(inner) {
      if (inner.kind !== Kind.VARIABLE || !/^_*representations/.test(inner.name.value)) return undefined;
      return { ...inner, name: { ...inner.name, value: `_${inner.name.value}` } };
    },
  });
}

/** The client's name of a planned variable. */
export function toClientVariable(planned: string): string {
  return /^_+representations/.test(planned) ? planned.slice(1) : planned;
}

import type { ConstDirectiveNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from "graphql";
import { argumentOf, flagOf } from "./directive-arguments.ts";

/** A key of a type in one subgraph. */
export interface JoinedKey {
  /** A value of `join__Graph`. */
  readonly graph: string;
  /** Such as `id organization { id }`. */
  readonly fields: string;
  /** Whether the subgraph finds objects by it, and does not only name them by it. */
  readonly isResolvable: boolean;
}

export function joinedKeys({
  directives = [],
}: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): readonly JoinedKey[] {
  return directives.filter(isJoinType).flatMap((directive) => {
    const graph = argumentOf(directive, "graph");
    const fields = argumentOf(directive, "key");
    if (graph === undefined || fields === undefined) return [];
    return [{ graph, fields, isResolvable: isResolvable(directive) }];
  });
}

export function isJoinType({ name }: ConstDirectiveNode): boolean {
  return name.value === "join__type";
}

/** Whether a subgraph finds objects by the key of a `@join__type`, and not only names them by it. */
export function isResolvable(joinType: ConstDirectiveNode): boolean {
  return flagOf(joinType, "resolvable") !== false;
}

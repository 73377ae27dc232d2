import { type ConstDirectiveNode, type ConstValueNode, type FieldDefinitionNode, Kind } from "graphql";
import { argumentOf, flagOf } from "./directive-arguments.ts";

/** What a supergraph says of a field in one subgraph. */
export interface JoinedField {
  /** A value of `join__Graph`. */
  readonly graph: string;
  readonly requires: string | undefined;
  readonly isExternal: boolean;
  /** As the subgraph declares it, where that differs. */
  readonly type: string | undefined;
}

/** Empty for a field that all subgraphs have which know its type, and for one that comes from an interface object. */
export function joinedFields({ directives = [] }: FieldDefinitionNode): JoinedField[] {
  return directives.flatMap((directive) => {
    const graph = isJoinField(directive) ? argumentOf(directive, "graph") : undefined;
    if (graph === undefined) return [];
    const requires = argumentOf(directive, "requires");
    return [
      { graph, requires, isExternal: flagOf(directive, "external") === true, type: argumentOf(directive, "type") },
    ];
  });
}

export function isJoinField({ name }: ConstDirectiveNode): boolean {
  return name.value === "join__field";
}

export function toJoinField({ graph, requires, isExternal, type }: Partial<JoinedField>): ConstDirectiveNode {
  const values: Record<string, ConstValueNode | undefined> = {
    graph: graph === undefined ? undefined : { kind: Kind.ENUM, value: graph },
    requires: requires === undefined ? undefined : { kind: Kind.STRING, value: requires },
    external: isExternal ? { kind: Kind.BOOLEAN, value: true } : undefined,
    type: type === undefined ? undefined : { kind: Kind.STRING, value: type },
  };
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: "join__field" },
    arguments: Object.entries(values).flatMap(([name, value]) =>
      value ? [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value } as const] : [],
    ),
  };
}

/** A directive of a field that requires something, requiring something else. */
export function withRequires(directive: ConstDirectiveNode, requires: string): ConstDirectiveNode {
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((own) =>
      own.name.value === "requires" ? { ...own, value: { kind: Kind.STRING, value: requires } as const } : own,
    ),
  };
}

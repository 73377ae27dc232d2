import { GraphError } from "../errors.ts";
import type { Class } from "./class.ts";
import { Directive, Field, Int, ObjectType } from "./decorators.ts";

@Directive("@shareable")
@ObjectType({ description: "Where a page lies in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more nodes follow." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether nodes come before." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first node of the page." })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last node: pass it as `after` for the next page.",
  })
  endCursor!: string | null;
}

export interface Connection<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** `<Name>Connection` and `<Name>Edge` of a node class. An entity's edge has a nullable node, a value type's has not. */
export function makeConnection<T extends object>(
  name: string,
  Node: Class<T>,
  { entity }: { entity: boolean },
): Class<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Opaque position of the node in this list." })
    cursor!: string;
    @Field(() => Node, { nullable: entity, description: "The node." })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection implements Connection<T> {
    @Field(() => [Node], { description: "The nodes of the page." })
    nodes!: T[];
    @Field(() => [Edge], { description: "The nodes with their cursors." })
    edges!: Edge[];
    @Field(() => PageInfo, { description: "Where the page lies." })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: "How many nodes the whole list has." })
    totalCount!: number;
  }
  return NodeConnection;
}

export const firstDescription = "How many nodes at most, 0 to 1,000.";
export const afterDescription = "The `endCursor` of the page before.";
const mostNodes = 1000;

export interface PageArguments {
  readonly first: number;
  readonly after?: string | undefined;
}

/**
 * One page of a list that is at hand. A cursor names the node it stands on by its key, so that it stays right
 * when nodes are added before it.
 *
 * @throws GraphError INVALID_PAGE
 */
export function paginate<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { first, after }: PageArguments,
): Connection<T> {
  if (first < 0 || first > mostNodes) {
    throw new GraphError("INVALID_PAGE", `first is ${first}; ask for 0 to ${mostNodes} nodes.`);
  }
  const start = after === undefined ? 0 : positionAfter(items, keyOf, after);
  const nodes = items.slice(start, start + first);
  const edges = nodes.map((node) => ({ cursor: toCursor(keyOf(node)), node }));
  return {
    nodes,
    edges,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: start + nodes.length < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function positionAfter<T>(items: readonly T[], keyOf: (item: T) => string, cursor: string): number {
  const key = Buffer.from(cursor, "base64url").toString("utf8");
  const index = items.findIndex((item) => keyOf(item) === key);
  if (index < 0) {
    throw new GraphError(
      "INVALID_PAGE",
      "after is not a cursor of this list. Pass an endCursor that the same field and filters gave.",
    );
  }
  return index + 1;
}

function toCursor(key: string): string {
  return Buffer.from(key, "utf8").toString("base64url");
}

import type { Bases, Interface, ObjectType, Union } from "./model.ts";

/** @param objects entities and value types */
export function basesOf(
  objects: readonly Pick<ObjectType, "name" | "keys" | "gap">[],
  interfaces: readonly Interface[],
  unions: readonly Union[],
): Bases {
  const members = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const { name, keys, gap } of objects) {
    const givers = [...keys.keys()].filter((subgraph) => subgraph !== gap?.subgraph);
    members.set(name, new Map(givers.map((subgraph) => [subgraph, [name]])));
  }
  for (const union of unions) members.set(union.name, union.members);
  for (const { name, local, objectIn } of interfaces) {
    const own = [...local].map(([subgraph, here]): [string, readonly string[]] => [subgraph, here.members]);
    const all = [...new Set(own.flatMap(([, names]) => names))];
    members.set(name, new Map([...own, ...objectIn.map((subgraph): [string, string[]] => [subgraph, all])]));
  }
  return {
    names: [...members.keys()],
    subgraphsOf: (base) => [...(members.get(base)?.keys() ?? [])],
    possible(base, subgraphs) {
      const [first = [], ...others] = subgraphs.map((subgraph) => members.get(base)?.get(subgraph) ?? []);
      // Composition itself fails where one subgraph knows an interface as an object and another one not all its members.
      const hasObject = interfaces.some(
        ({ name, objectIn }) => name === base && subgraphs.some((subgraph) => objectIn.includes(subgraph)),
      );
      if (hasObject && others.some(({ length }) => length !== first.length)) return [];
      return first.filter((name) => others.every((own) => own.includes(name)));
    },
  };
}

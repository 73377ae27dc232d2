import type { Dice } from "../dice.ts";
import type { Bases, Field, Interface, ObjectType, Provided } from "./model.ts";

/** Lets some relations give fields along that their own subgraph does not resolve otherwise. */
export function withProvides(
  dice: Dice,
  objects: readonly ObjectType[],
  interfaces: readonly Interface[],
  bases: Bases,
): ObjectType[] {
  function providedBy({ type, owners, requires }: Field): Provided[] {
    const [owner = ""] = owners;
    const isObject = interfaces.some(({ name, objectIn }) => name === type.base && objectIn.includes(owner));
    if (type.isLeaf || owners.length > 1 || requires.length > 0 || isObject || !dice.chance(30)) return [];
    const candidates = bases.possible(type.base, owners).flatMap((target) => providable(target, owner, 0));
    return candidates.length > 0 ? dice.someOf(candidates, 20) : [];
  }

  function providable(target: string, subgraph: string, depth: number): Provided[] {
    const object = objects.find(({ name }) => name === target);
    return (
      (object?.fields ?? [])
        .filter((field) => isProvidable(field) && !field.owners.includes(subgraph))
        // Whoever gives it along knows objects that the one with the gap does not.
        .filter(({ owners }) => !owners.includes(object?.gap?.subgraph ?? ""))
        .flatMap(({ name, type }): Provided[] => {
          if (type.isLeaf) return [{ type: target, field: name, inner: [] }];
          // An object is only given along with something of it.
          const inner =
            depth === 0 && bases.subgraphsOf(type.base).includes(subgraph) ? innerOf(type.base, subgraph) : [];
          return inner.length > 0 ? [{ type: target, field: name, inner: dice.someOf(inner, 30) }] : [];
        })
    );
  }

  function innerOf(base: string, subgraph: string): Provided[] {
    const object = objects.find(({ name }) => name === base);
    if (!object) return [];
    const own = object.fields.filter(
      (field) => isProvidable(field) && field.type.isLeaf && field.owners.includes(subgraph),
    );
    return [
      ...own.map(({ name }): Provided => ({ type: base, field: name, inner: [] })),
      ...providable(base, subgraph, 1),
    ];
  }

  return objects.map((object) => ({
    ...object,
    fields: object.fields.map((field) => ({ ...field, provides: providedBy(field) })),
  }));
}

function isProvidable({ kind, type, args, requires, isInaccessible, looseIn }: Field): boolean {
  // The values of a mood are not the same in every subgraph.
  const isPlain = kind === "plain" && args.length === 0 && requires.length === 0 && type.base !== "Mood";
  return isPlain && !isInaccessible && looseIn.length === 0;
}

import type { Field, Needed, Provided } from "./model.ts";

interface Typed {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** The fields of a type that a subgraph only mentions, in `@requires` or `@provides`. */
export function externalsIn(objects: readonly Typed[], type: string, subgraph: string): ReadonlySet<string> {
  const externals = new Set<string>();

  function need(at: string, needed: readonly Needed[]): void {
    const object = objects.find(({ name }) => name === at);
    for (const { field: name, inner } of needed) {
      const field = object?.fields.find((candidate) => candidate.name === name);
      if (!field) continue;
      if (at === type && !field.owners.includes(subgraph)) externals.add(name);
      need(field.type.base, inner);
    }
  }

  function provide(provided: readonly Provided[]): void {
    for (const { type: at, field, inner } of provided) {
      const own = objects.find(({ name }) => name === at)?.fields.find(({ name }) => name === field);
      if (at === type && !own?.owners.includes(subgraph)) externals.add(field);
      provide(inner);
    }
  }

  for (const { name, fields } of objects) {
    for (const { owners, requires, provides } of fields) {
      if (!owners.includes(subgraph)) continue;
      need(name, requires);
      provide(provides);
    }
  }
  return externals;
}

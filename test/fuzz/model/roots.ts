import type { Dice } from "../dice.ts";
import { leafType, loosened, typeOf } from "./field-types.ts";
import { newField } from "./fields.ts";
import { splitName } from "./layout.ts";
import type { Bases, Field, ObjectType } from "./model.ts";

export function createRoots(dice: Dice, subgraphs: readonly string[], bases: Bases): ObjectType[] {
  const queries = subgraphs.flatMap((subgraph) => ownRoots(dice, subgraph, bases));
  queries.push(...sharedRoots(dice, subgraphs, bases));
  if (queries.length === 0) queries.push(newField(dice, "number", [dice.oneOf(subgraphs)], leafType(dice)));
  const roots = [rootType("Query", queries)];
  const mutations = dice.chance(40)
    ? ["put", "drop", "move"].filter(() => dice.chance(60)).map((name) => createMutation(dice, name, subgraphs, bases))
    : [];
  return mutations.length > 0 ? [...roots, rootType("Mutation", mutations)] : roots;
}

function rootType(name: string, fields: readonly Field[]): ObjectType {
  const subgraphs = new Set(fields.flatMap(({ owners }) => owners));
  return { name, keys: new Map([...subgraphs].map((subgraph) => [subgraph, []])), fields, gap: undefined };
}

function ownRoots(dice: Dice, subgraph: string, bases: Bases): Field[] {
  return inOne(subgraph, bases)
    .filter(() => dice.chance(65))
    .map((base) => rootField(dice, `${base.toLowerCase()}From${subgraph}`, [subgraph], base));
}

/** One that fails and must not be null leaves nothing to compare. */
function rootField(dice: Dice, name: string, owners: readonly string[], base: string): Field {
  const field = newField(dice, name, owners, typeOf(dice, base));
  return field.isFaulty && dice.chance(80) ? { ...field, type: loosened(field.type) } : field;
}

/** The types that one subgraph alone can give. */
function inOne(subgraph: string, bases: Bases): string[] {
  return bases.names.filter((base) => base !== splitName && bases.subgraphsOf(base).includes(subgraph));
}

/** Roots that several subgraphs give alike. */
function sharedRoots(dice: Dice, subgraphs: readonly string[], bases: Bases): Field[] {
  const fields: Field[] = [];
  for (const base of bases.names) {
    const possible = bases.subgraphsOf(base);
    if (possible.length < 2 || !dice.chance(base === splitName ? 80 : 30)) continue;
    const owners = base === splitName ? possible : dice.someOf(possible, 70);
    if (bases.possible(base, owners).length === 0) continue;
    fields.push(rootField(dice, `shared${base}`, owners, base));
  }
  if (dice.chance(30)) fields.push(newField(dice, "number", dice.someOf(subgraphs, 60), leafType(dice)));
  return fields;
}

function createMutation(dice: Dice, name: string, subgraphs: readonly string[], bases: Bases): Field {
  const subgraph = dice.oneOf(subgraphs);
  const possible = inOne(subgraph, bases);
  const type = possible.length > 0 && dice.chance(80) ? typeOf(dice, dice.oneOf(possible)) : leafType(dice);
  // Whether the fields behind one that lost all data are still carried out is up to the server.
  return newField(dice, name, [subgraph], loosened(type));
}

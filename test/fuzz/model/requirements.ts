import type { Dice } from "../dice.ts";
import { createConstants } from "./arguments.ts";
import type { Draft } from "./draft.ts";
import { newField } from "./fields.ts";
import type { Bases, Field, Needed } from "./model.ts";

/** Adds fields to an entity that are computed from what other subgraphs know of the same object. */
export function addRequiring(dice: Dice, draft: Draft, drafts: readonly Draft[], bases: Bases): void {
  const owners = [...draft.resolvers, ...(draft.gap ? [draft.gap.subgraph] : [])];
  for (const name of ["sumA", "sumB", "sumC"]) {
    if (!dice.chance(40)) continue;
    const owner = dice.oneOf(owners);
    const fields = dice.chance(50) ? draft.fields : draft.fields.filter((field) => field.requires.length > 0);
    const candidates = fields.flatMap((field) => needsOf(dice, field, owner, draft, drafts, bases));
    if (candidates.length === 0) continue;
    const requires = dice.someOf(candidates, 25);
    const sum = newField(dice, name, [owner], { base: "String", isLeaf: true, wraps: [] });
    draft.fields.push({ ...sum, isFaulty: false, requires });
  }
}

function needsOf(
  dice: Dice,
  field: Field,
  owner: string,
  { gap }: Draft,
  drafts: readonly Draft[],
  bases: Bases,
): Needed[] {
  const { owners, isFaulty, looseIn, type } = field;
  if (isFaulty || looseIn.length > 0 || owners.includes(owner) || owners.includes(gap?.subgraph ?? "")) return [];
  const args = createConstants(dice, field.args);
  if (type.isLeaf) return [{ field: field.name, args, inner: [] }];
  const target = drafts.find(({ name }) => name === type.base);
  // A planner asks for what is required and for what the client selects in one go; what fails in a client's selection
  // would empty what is required. Value types do not fail, and what clients cannot select is not mixed with anything.
  if (!target?.keys.has(owner) || !(target.kind === "value" || (target.kind === "entity" && field.isInaccessible)))
    return [];
  if (!bases.subgraphsOf(type.base).includes(owner)) return [];
  const inner = target.fields.filter(
    (own) =>
      own.type.isLeaf &&
      !own.isFaulty &&
      own.args.length === 0 &&
      own.looseIn.length === 0 &&
      !own.owners.includes(target.gap?.subgraph ?? ""),
  );
  if (inner.length === 0) return [];
  return [
    {
      field: field.name,
      args,
      inner: dice.someOf(inner, 30).map(({ name }) => ({ field: name, args: new Map(), inner: [] })),
    },
  ];
}

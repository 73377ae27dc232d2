import type { Dice } from "../dice.ts";
import { basesOf } from "./bases.ts";
import type { Draft } from "./draft.ts";
import { leafType, loosened, typeOf } from "./field-types.ts";
import { newField } from "./fields.ts";
import type { Field, Interface } from "./model.ts";

/** A field that the members of an interface have in common. */
export interface Shared {
  /** As the interface has it. */
  readonly field: Field;
  /** Whether the interface can declare it in the subgraph. */
  readonly fits: (subgraph: string) => boolean;
}

export interface SharedOptions {
  /** Whether members may promise more than the interface does. */
  readonly mayBeStricter: boolean;
  readonly members: readonly Draft[];
  readonly drafts: readonly Draft[];
  /** An interface whose members may stand for it in the members. */
  readonly thing: Interface | undefined;
}

/** Gives all members fields of the same names, each member its own owners. */
export function addShared(dice: Dice, names: readonly string[], options: SharedOptions): Shared[] {
  return names.map((name) => addOne(dice, name, options));
}

function addOne(dice: Dice, name: string, { members, drafts, thing, mayBeStricter }: SharedOptions): Shared {
  const bases = basesOf(drafts, [], []);
  const ownersFor = ({ resolvers }: Draft, base: string | undefined) =>
    base === undefined ? resolvers : resolvers.filter((subgraph) => bases.subgraphsOf(base).includes(subgraph));
  const isPossible = (base: string) =>
    members.every((member) => {
      const { length } = ownersFor(member, base);
      return member.kind === "value" ? length === member.resolvers.length : length > 0;
    });
  const entities = drafts.filter(({ kind }) => kind === "entity").map((draft) => draft.name);
  const targets = entities.filter(isPossible);
  const base = targets.length > 0 && dice.chance(30) ? dice.oneOf(targets) : undefined;
  // What fails below must not empty a value type.
  const type = base === undefined ? leafType(dice) : loosened(typeOf(dice, base));
  const shared = { ...newField(dice, name, [], type), isFaulty: false };
  for (const member of members) {
    const { kind, fields } = member;
    const possible = ownersFor(member, base);
    const owners = kind === "value" ? possible : dice.someOf(possible, 60);
    const isStricter = mayBeStricter && kind === "entity" && type.wraps[0] !== "!" && dice.chance(20);
    const own = isStricter ? { ...type, wraps: ["!", ...type.wraps] } : type;
    fields.push({ ...shared, owners, type: own, isFaulty: kind === "entity" && dice.chance(12) });
  }
  const isWider = base !== undefined && thing !== undefined && dice.chance(40);
  if (!isWider) return { field: shared, fits: () => true };
  return {
    field: { ...shared, type: { ...type, base: thing.name } },
    fits: (subgraph) => thing.local.get(subgraph)?.members.includes(base) === true,
  };
}

import type { Dice } from "../dice.ts";
import { type Draft, isResolvedIn } from "./draft.ts";
import { plainField } from "./fields.ts";
import type { Layout, ThingPlace } from "./layout.ts";
import type { Field, Interface, LocalInterface } from "./model.ts";
import { addShared, type Shared } from "./shared-fields.ts";

/** Interfaces with the fields that their members share, which the members get here. */
export function createInterfaces(
  dice: Dice,
  { subgraphs, thing: place }: Layout,
  drafts: readonly Draft[],
): Interface[] {
  const thing = place && createThing(dice, place, drafts);
  const known = thing ? [thing] : [];
  if (!dice.chance(60)) return known;
  const members = dice.someOf(
    drafts.filter(({ kind }) => kind !== "split"),
    60,
  );
  const shared = addShared(dice, ["label", "rank"], { members, drafts, thing, mayBeStricter: true });
  const named = createNamed(dice, { subgraphs, name: "Named", parent: undefined, members, shared });
  if (named.local.size === 0) return known;
  if (!dice.chance(50)) return [...known, named];
  const some = dice.someOf(members, 60);
  const more = addShared(dice, ["grade"], { members: some, drafts, thing, mayBeStricter: true });
  const rare = createNamed(dice, {
    subgraphs,
    name: "Rare",
    parent: named,
    members: some,
    shared: [...shared, ...more],
  });
  return isWhole(rare, named) ? [...known, named, rare] : [...known, named];
}

function createThing(dice: Dice, place: ThingPlace, drafts: readonly Draft[]): Interface {
  const members = drafts.filter(({ name }) => place.members.includes(name));
  // Where an object is known by the interface alone and its fields failed, nobody can tell that its type promised more.
  const mayBeStricter = place.objectIn.length === 0;
  const titles = dice.chance(50)
    ? addShared(dice, ["title"], { members, drafts, thing: undefined, mayBeStricter })
    : [];
  const shared = titles.map(({ field }) => field);
  const id: Field = { ...plainField("id", [], { base: "ID", isLeaf: true, wraps: ["!"] }), kind: "key" };
  const local = new Map<string, LocalInterface>();
  const keyed = new Set<string>();
  const subgraphs = [...new Set(members.flatMap(({ keys }) => [...keys.keys()]))];
  for (const subgraph of subgraphs) {
    const here = members.filter((member) => member.gap?.subgraph !== subgraph && isResolvedIn(member, "id", subgraph));
    if (here.length === 0 || (subgraph !== place.home && dice.chance(50))) continue;
    const fields = [id, ...shared]
      .map(({ name }) => name)
      .filter((name) => here.every((own) => isResolvedIn(own, name, subgraph)));
    local.set(subgraph, { members: here.map(({ name }) => name), fields });
    const isFound = here.length === members.length && here.every((member) => isFoundById(member, subgraph));
    if (isFound && (subgraph === place.home || dice.chance(50))) keyed.add(subgraph);
  }
  return {
    name: "Thing",
    parent: undefined,
    local,
    keyed,
    fields: [id, ...shared],
    objectIn: place.objectIn,
    objectFields: [],
  };
}

function isFoundById({ keys }: Draft, subgraph: string): boolean {
  return (keys.get(subgraph) ?? []).some(
    ({ fields, isResolvable }) => isResolvable && fields.length === 1 && fields[0] === "id",
  );
}

interface NamedOptions {
  readonly subgraphs: readonly string[];
  readonly name: string;
  readonly parent: Interface | undefined;
  readonly members: readonly Draft[];
  readonly shared: readonly Shared[];
}

function createNamed(dice: Dice, { subgraphs, name, parent, members, shared }: NamedOptions): Interface {
  const local = new Map<string, LocalInterface>();
  for (const subgraph of subgraphs) {
    const fitting = shared.filter(({ fits }) => fits(subgraph)).map(({ field }) => field.name);
    const known = members.filter(({ keys, gap }) => keys.has(subgraph) && gap?.subgraph !== subgraph);
    const isPossible = (member: Draft) =>
      fitting.some((field) => isResolvedIn(member, field, subgraph)) &&
      (!parent?.local.has(subgraph) || parent.local.get(subgraph)?.members.includes(member.name) === true);
    const here = dice.someOf(known.filter(isPossible), 80);
    const fields = fitting.filter((field) => here.every((member) => isResolvedIn(member, field, subgraph)));
    if (here.length > 0 && fields.length > 0)
      local.set(subgraph, { members: here.map((member) => member.name), fields });
  }
  const fields = shared.map(({ field }) => field);
  return { name, parent: parent?.name, local, fields, keyed: new Set(), objectIn: [], objectFields: [] };
}

/** Whether the interface, put together from all subgraphs, is one that implements its parent. */
function isWhole({ local }: Interface, parent: Interface): boolean {
  const has = (own: Interface["local"], part: keyof LocalInterface) =>
    new Set([...own.values()].flatMap((one) => one[part]));
  const fields = has(local, "fields");
  const members = has(parent.local, "members");
  return (
    local.size > 0 &&
    [...has(parent.local, "fields")].every((field) => fields.has(field)) &&
    [...has(local, "members")].every((member) => members.has(member))
  );
}

import type { Dice } from "../dice.ts";
import type { Layout } from "./layout.ts";
import type { Union } from "./model.ts";

export function createUnions(dice: Dice, { subgraphs, entities, values }: Layout): Union[] {
  const unions = ["Any", "Other"]
    .filter(() => dice.chance(40))
    .map((name): Union => {
      const homes = dice.someOf(subgraphs, 40);
      const membersIn = (subgraph: string): string[] => {
        const known = [...entities].filter(([, { keys, gap }]) => keys.has(subgraph) && gap?.subgraph !== subgraph);
        const plain = [...values].filter(([, own]) => own.includes(subgraph));
        return dice.someOf(
          [...known, ...plain].map(([member]) => member),
          60,
        );
      };
      const members = homes.map((subgraph): [string, string[]] => [subgraph, membersIn(subgraph)]);
      return { name, members: new Map(members.filter(([, own]) => own.length > 0)) };
    });
  return unions.filter(({ members }) => members.size > 0);
}

import { parse } from "graphql";
import { coordinatesOf } from "./sdl.ts";

export interface ContractParts {
  /** Name of the part (a subgraph, or `common`) and its SDL. */
  readonly contract: ReadonlyMap<string, string>;
  /** Name of the subgraph and the SDL it has. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** Lines of schema/pending.txt, `<part> <coordinate>`; a type's line stands for all of it. */
  readonly pending: ReadonlySet<string>;
}

/** What the schema lacks of the contract or says otherwise, and what stands in the pending list though it is there. */
export function checkContract({ contract, subgraphs, pending }: ContractParts): string[] {
  const problems: string[] = [];
  const built = new Map([...subgraphs].map(([name, sdl]) => [name, coordinatesOf(parse(sdl))]));
  const agreed = new Set<string>();
  for (const [part, sdl] of contract) {
    const places = part === "common" ? [...built.values()] : [built.get(part) ?? new Map<string, string>()];
    for (const [coordinate, wanted] of coordinatesOf(parse(sdl))) {
      const line = `${part} ${coordinate}`;
      agreed.add(line);
      const found = places.flatMap((place) => place.get(coordinate) ?? []);
      const other = found.find((signature) => signature !== wanted);
      if (other !== undefined) problems.push(`${line}: the contract says ${wanted}, the schema ${other}`);
      if (found.length === 0 && !pending.has(line) && !pending.has(typeLineOf(line)))
        problems.push(`${line}: in the contract, not in the schema, not in schema/pending.txt`);
      if (found.length > 0 && pending.has(line))
        problems.push(`${line}: is there now, take it out of schema/pending.txt`);
    }
  }
  for (const line of pending)
    if (!agreed.has(line)) problems.push(`${line}: in schema/pending.txt, not in the contract`);
  return problems;
}

/** The line that stands for the whole type of a field's or value's line. */
export function typeLineOf(line: string): string {
  return line.replace(/\..*/, "");
}

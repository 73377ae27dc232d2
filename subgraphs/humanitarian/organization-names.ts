import type { OrganizationRecord } from "./records/reference.ts";

interface Named {
  readonly organization: string;
  readonly acronym: string | null;
}

/** Finds the organisation that another publisher means, who has names and acronyms and no numbers. */
export type FindOrganization = (named: Named) => OrganizationRecord | null;

/**
 * By name: letters and digits alone count, and the acronym may stand before or behind the name, as in
 * `DAC - Danish Afghan Committee`. By acronym where no name fits. What fits several organisations is none of them, nor is
 * an entry that stands for organisations without a name.
 */
export function organizationFinder(organizations: Iterable<OrganizationRecord>): FindOrganization {
  const byLetters = new Map<string, Map<string, OrganizationRecord>>();
  for (const organization of organizations) {
    if (organization.isPlaceholder) continue;
    for (const name of [organization.name, ...organization.aliases]) {
      const letters = lettersOf(name);
      byLetters.set(letters, (byLetters.get(letters) ?? new Map()).set(organization.id, organization));
    }
  }
  const called = (names: readonly string[]) =>
    new Map(names.flatMap((name) => [...(byLetters.get(lettersOf(name)) ?? [])]));

  return ({ organization: name, acronym }) => {
    const both = acronym === null ? [] : [`${acronym} ${name}`, `${name} ${acronym}`];
    const named = called([name, ...both]);
    const found = named.size > 0 || acronym === null ? named : called([acronym]);
    const [only = null] = found.values();
    return found.size === 1 ? only : null;
  };
}

function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

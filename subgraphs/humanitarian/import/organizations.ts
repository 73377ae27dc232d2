import type { NewTable } from "../../kit/snapshot/write.ts";
import { classifyOrganization, isPlaceholder } from "../organization-types.ts";
import { refuseTestRecords } from "../records/unknown-row.ts";
import type { NamedOrganization } from "./flows/flow.ts";
import { listCell } from "./publisher-files.ts";

interface Entry {
  name: string;
  type: string | null;
  subtype: string | null;
  readonly names: Set<string>;
}

/** Gathers the organisations of all dumps, oldest first: the newest name and classification stay. */
export class OrganizationRegister {
  readonly #entries = new Map<string, Entry>();
  readonly #idsByName = new Map<string, string>();

  /** The id of an organisation: the service's number where any dump states it, else made of the name. */
  idOf(organization: NamedOrganization): string {
    const id = organization.ftsId ? `FTS:${organization.ftsId}` : this.#idsByName.get(organization.name);
    if (!id) throw new Error(`An organisation that was not registered: ${organization.name}`);
    return id;
  }

  add(organization: NamedOrganization): void {
    const { ftsId, name } = organization;
    refuseTestRecords([name]);
    const id = ftsId ? `FTS:${ftsId}` : (this.#idsByName.get(name) ?? `FTS:${slug(name)}`);
    this.#idsByName.set(name, id);
    const entry = this.#entries.get(id) ?? { name, type: null, subtype: null, names: new Set<string>() };
    const { type, subtype } = classifyOrganization(organization);
    entry.name = name;
    entry.names.add(name);
    // Files by country state no subtype: what is known stays, unless the type itself became another.
    if (subtype || type !== entry.type) entry.subtype = subtype;
    entry.type = type ?? entry.type;
    this.#entries.set(id, entry);
  }

  table(): NewTable {
    const rows = [...this.#entries].map(([id, { name, type, subtype, names }]) => ({
      id,
      name,
      type,
      subtype,
      placeholder: [...names].some((each) => isPlaceholder(each)),
      aliases: listCell([...names].filter((each) => each !== name).toSorted()),
    }));
    return {
      name: "organizations",
      info: {
        sources: ["FTS"],
        licence: "CC-BY-3.0-IGO",
        vintage: "2026-04-17",
        retrievedAt: "2026-04-17T00:00:00.000Z",
        rule: "One row per organisation that gives or receives a flow of the flows table. The number of the Financial Tracking Service makes the id; files by country state names alone, which are matched to the numbers by exact name, and a name without a number makes an id of itself. Name, type and subtype are the newest stated; types and subtypes of dumps before 2023 are given under their newer names.",
        columns: {
          id: "FTS: and the number of the organisation, or FTS: and its name in kebab case where no file states a number",
          name: "Newest name",
          type: "Kind of organisation",
          subtype: "Kind within the type; empty where no file states it",
          placeholder: "true where the entry stands for organisations that the reporter did not name",
          aliases: "Other names in earlier files, separated by semicolons",
        },
      },
      rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
  }
}

function slug(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

import type { Importer } from "../../kit/snapshot/write.ts";
import { commoditiesTable } from "./commodities.ts";
import { imfTables } from "./imf-flows.ts";
import { partnersTable } from "./partners.ts";

/** Reads the publishers' trade files and makes the tables of the trade subgraph. */
export const importTables: Importer = async (folder) => [
  await commoditiesTable(folder),
  ...(await imfTables(folder)),
  await partnersTable(folder),
];

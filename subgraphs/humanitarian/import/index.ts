import type { Importer } from "../../kit/snapshot/write.ts";
import { importAdminAreas } from "./admin-areas.ts";
import { appealsTable, readAppeals } from "./appeals.ts";
import { clusterLabelsTable } from "./cluster-labels.ts";
import { clustersTable, readClusters } from "./clusters.ts";
import { importIdmcDisplacement, importUnhcrDisplacement } from "./displacement.ts";
import { importEarlierFunding } from "./earlier-funding.ts";
import { readCountryFiles } from "./flows/country-files.ts";
import { readFlattenedYears } from "./flows/flattened-years.ts";
import { readRecordedDumps } from "./flows/recorded-api.ts";
import { dumpsTable, flowsTable } from "./flows/tables.ts";
import { importFoodPrices } from "./food-prices.ts";
import { importFoodSecurity } from "./food-security.ts";
import { importNeeds } from "./needs.ts";
import { OrganizationRegister } from "./organizations.ts";
import { importAppealClusters, importPublishedFunding } from "./published-funding.ts";
import { importRisk } from "./risk.ts";

/** All tables of the humanitarian subgraph from a folder of publisher files. */
export const importTables: Importer = async (folder) => {
  const [clusters, appeals, recorded, flattened] = await Promise.all([
    readClusters(folder),
    readAppeals(folder),
    readRecordedDumps(folder),
    readFlattenedYears(folder),
  ]);
  const byCountry = await readCountryFiles(
    folder,
    clusters.map(({ name }) => name),
  );
  const dumps = [...recorded, ...flattened, ...byCountry].toSorted((a, b) =>
    `${a.date}|${a.year}` < `${b.date}|${b.year}` ? -1 : 1,
  );

  const organizations = new OrganizationRegister();
  for (const { flows } of dumps) {
    for (const { source, destination } of flows) {
      for (const organization of [...source.organizations, ...destination.organizations])
        organizations.add(organization);
    }
  }

  return [
    await importAdminAreas(folder),
    appealsTable(appeals),
    await importPublishedFunding(folder),
    await importEarlierFunding(folder, appeals),
    await importAppealClusters(folder, clusters),
    clustersTable(clusters),
    clusterLabelsTable(clusters, [...recorded, ...flattened.filter(({ countsByFile }) => countsByFile), ...byCountry]),
    organizations.table(),
    dumpsTable(dumps),
    flowsTable({ dumps, appeals, clusters, organizations }),
    await importNeeds(folder, clusters),
    await importFoodSecurity(folder),
    ...(await importFoodPrices(folder)),
    await importUnhcrDisplacement(folder),
    await importIdmcDisplacement(folder),
    await importRisk(folder),
  ];
};

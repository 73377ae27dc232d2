import { loadCatalogue } from "../../subgraphs/humanitarian/catalogue.ts";
import { countryScope } from "../../subgraphs/humanitarian/funding/boundary.ts";
import { reckon } from "../../subgraphs/humanitarian/funding/reckoning.ts";
import {
  appealSums,
  byDonor,
  byEarmarking,
  byRecipientType,
  clusterSums,
} from "../../subgraphs/humanitarian/funding/slices.ts";
import type { DumpRecord, FlowRecord } from "../../subgraphs/humanitarian/records/flow.ts";
import { createShippedFlows } from "../../subgraphs/humanitarian/sources/shipped-flows.ts";
import { openSnapshot } from "../../subgraphs/kit/snapshot/read.ts";
import { percentile } from "../support/cache-load.ts";

const sizes = [5_000, 10_000, 20_000, 40_000, 80_000];
const rounds = 30;
/** What the totals of 20,000 flows may take. */
const limit = { flows: 20_000, ms: 150 };

/** Total, clusters, appeals, givers, receivers and earmarking of ever more flows, which are those shipped over and over. */
export async function benchTotals(): Promise<void> {
  const snapshot = openSnapshot("humanitarian");
  const catalogue = await loadCatalogue(snapshot);
  const dump = catalogue.dumps.find(({ key }) => key === "2020@2021-03-12");
  if (!dump) throw new Error("The snapshot no longer holds the flows of 2020");
  const flows = (await createShippedFlows(snapshot).fetch([dump])).get(dump)?.data ?? [];
  for (const size of sizes) {
    const many = Array.from({ length: size }, (_, i) => flows[i % flows.length]).filter((flow) => flow !== undefined);
    const times = Float64Array.from({ length: rounds }, () => timeOf(() => totals(many, dump))).sort();
    const p50 = percentile(times, 0.5);
    const perFlow = ((p50 / size) * 1e6).toFixed(0);
    process.stdout.write(
      `${String(size).padStart(7)} flows: p50 ${p50.toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms, ${perFlow} ns per flow\n`,
    );
    if (size === limit.flows && p50 > limit.ms) {
      process.stderr.write(`Over the limit of ${limit.ms} ms\n`);
      process.exitCode = 1;
    }
  }

  function totals(many: readonly FlowRecord[], of: DumpRecord) {
    const reckoning = reckon(many, countryScope("AFG", of));
    return [
      clusterSums(reckoning),
      appealSums(reckoning),
      byDonor(reckoning, catalogue),
      byRecipientType(reckoning, catalogue),
      byEarmarking(reckoning),
    ];
  }
}

function timeOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

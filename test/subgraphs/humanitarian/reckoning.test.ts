import { expect, test } from "vitest";
import { boundaryOf, type Scope } from "../../../subgraphs/humanitarian/funding/boundary.ts";
import { reckon } from "../../../subgraphs/humanitarian/funding/reckoning.ts";
import { appealSums, clusterSums } from "../../../subgraphs/humanitarian/funding/slices.ts";
import { timelinessOf } from "../../../subgraphs/humanitarian/funding/timeliness.ts";
import type { FlowEnd, FlowRecord } from "../../../subgraphs/humanitarian/records/flow.ts";

const end = (part: Partial<FlowEnd> = {}): FlowEnd => ({
  organizations: [],
  countries: [],
  firstYear: null,
  lastYear: null,
  appeal: null,
  clusters: [],
  ...part,
});

const inside = { countries: ["AFG"], firstYear: 2020, lastYear: 2020 };
const outside = { countries: ["CHE"], firstYear: 2020, lastYear: 2020 };
let next = 1;

const flow = (
  part: Partial<Omit<FlowRecord, "source" | "destination">> & { from?: Partial<FlowEnd>; to?: Partial<FlowEnd> },
): FlowRecord => {
  const { from = outside, to = inside, ...rest } = part;
  return {
    dump: "2020@2021-01-01",
    id: String(next++),
    amountUsd: 100,
    originalAmount: null,
    originalCurrency: null,
    status: "PAID",
    flowType: "Standard",
    contributionType: "financial",
    method: null,
    newMoney: true,
    earmarking: [],
    date: null,
    decisionDate: null,
    firstReportedDate: null,
    createdDate: null,
    parent: null,
    children: [],
    reportChannels: [],
    publisherRows: 1,
    ...rest,
    source: end(from),
    destination: end(to),
  };
};

const afghanistan: Scope = {
  countries: ["AFG"],
  year: 2020,
  appeal: null,
  statesSourceAppeals: true,
  countsByFile: false,
};

test("a boundary follows place, year and whether the money is new", () => {
  expect(boundaryOf(flow({}), afghanistan)).toBe("INCOMING");
  expect(boundaryOf(flow({ from: inside, newMoney: false }), afghanistan)).toBe("INTERNAL");
  expect(boundaryOf(flow({ from: inside, newMoney: null }), afghanistan)).toBe("INTERNAL");
  expect(boundaryOf(flow({ from: inside, newMoney: true }), afghanistan)).toBe("INCOMING");
  expect(boundaryOf(flow({ from: inside, to: outside }), afghanistan)).toBe("OUTGOING");
  expect(boundaryOf(flow({ to: { ...inside, firstYear: 2021, lastYear: 2021 } }), afghanistan)).toBeNull();
  // Money kept from the year before comes in.
  expect(boundaryOf(flow({ from: { ...inside, firstYear: 2019, lastYear: 2019 }, newMoney: false }), afghanistan)).toBe(
    "INCOMING",
  );
});

test("a total takes paid and committed money for the place alone, below zero too", () => {
  const reckoning = reckon(
    [
      flow({ amountUsd: 1000 }),
      flow({ amountUsd: 500, status: "COMMITMENT" }),
      flow({ amountUsd: -200, flowType: "Parked" }),
      flow({ amountUsd: 0 }),
      flow({ amountUsd: 7000, status: "PLEDGE" }),
      flow({ amountUsd: 800, status: "PLEDGE", from: inside, newMoney: false }),
      flow({ amountUsd: 300, to: { ...inside, countries: ["AFG", "IRN"] }, publisherRows: 2 }),
      flow({ amountUsd: 40, to: { ...inside, lastYear: 2021 } }),
      flow({ amountUsd: 90, from: inside, newMoney: false }),
      flow({ amountUsd: 5, to: outside }),
    ],
    afghanistan,
  );
  expect(reckoning.totalUsd).toBe(1300);
  expect(reckoning.counted).toHaveLength(4);
  expect(reckoning.excluded).toEqual({ internalUsd: 90, sharedUsd: 340, pledgesUsd: 7000, duplicatesUsd: 300 });
});

test("a file of a whole year from before it was over counts every flow for the place alone, and tells the part for other years", () => {
  const reckoning = reckon(
    [
      flow({ amountUsd: 1000 }),
      flow({ amountUsd: 40, to: { ...inside, lastYear: 2023 } }),
      flow({ amountUsd: 7, to: { ...inside, firstYear: 2019, lastYear: 2019 } }),
      flow({ amountUsd: 300, to: { ...inside, countries: ["AFG", "IRN"] } }),
    ],
    { ...afghanistan, countsByFile: true },
  );
  expect(reckoning.totalUsd).toBe(1047);
  expect(reckoning.otherYearsUsd).toBe(47);
  expect(reckoning.excluded.sharedUsd).toBe(300);
});

test("money passed on inside moves between clusters and appeals without adding any", () => {
  const reckoning = reckon(
    [
      flow({ amountUsd: 1000 }),
      flow({ amountUsd: 50, to: { ...inside, clusters: ["HEA", "NUT"] } }),
      flow({
        amountUsd: 400,
        from: inside,
        to: { ...inside, clusters: ["HEA"], appeal: "HAFG20" },
        newMoney: false,
      }),
    ],
    afghanistan,
  );
  expect(Object.fromEntries(clusterSums(reckoning))).toEqual({ NOT_SPECIFIED: 600, MULTIPLE: 50, HEA: 400 });
  expect(Object.fromEntries(appealSums(reckoning))).toEqual({ NOT_SPECIFIED: 650, HAFG20: 400 });
});

test("amounts beyond 32 bits are added exactly", () => {
  const flows = Array.from({ length: 1000 }, () => flow({ amountUsd: 9_007_199_254_740 }));
  expect(reckon(flows, afghanistan).totalUsd).toBe(9_007_199_254_740_000);
});

test("no lag is null, and lags are taken between dates that are both stated", () => {
  const decided = { decisionDate: "2020-01-01", createdDate: null };
  expect(timelinessOf([flow({})])).toMatchObject({
    decisionToReportMedianDays: null,
    decisionToPublicationP90Days: null,
  });
  expect(
    timelinessOf([
      flow({ ...decided, firstReportedDate: "2020-01-05" }),
      flow({ ...decided, firstReportedDate: "2020-01-01" }),
    ]),
  ).toMatchObject({ decisionToReportMedianDays: 2, decisionToPublicationMedianDays: null });
});

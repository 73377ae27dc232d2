import type { Catalogue } from "../catalogue.ts";
import type { FlowRecord } from "../records/flow.ts";
import type { Reckoning } from "./reckoning.ts";
import { ratio } from "./slices.ts";

export interface LocalisationRecord {
  readonly directUsd: number;
  readonly directShare: number | null;
  readonly throughIntermediariesUsd: number;
}

const local = new Set(["National NGOs/CSOs", "Local NGOs/CSOs"]);

/** Money to national and local organisations: straight from outside, and passed on inside by pooled funds and others. */
export function localisationOf({ counted, internal, totalUsd }: Reckoning, catalogue: Catalogue): LocalisationRecord {
  const isLocal = ({ destination }: FlowRecord) =>
    destination.organizations.some((id) => local.has(catalogue.organizations.get(id)?.subtype ?? ""));
  const sum = (flows: readonly FlowRecord[]) =>
    flows.filter(isLocal).reduce((total, { amountUsd }) => total + amountUsd, 0);
  const directUsd = sum(counted);
  return { directUsd, directShare: ratio(directUsd, totalUsd), throughIntermediariesUsd: sum(internal) };
}

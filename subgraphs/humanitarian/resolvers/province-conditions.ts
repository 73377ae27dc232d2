import type { AreaRecord } from "../records/reference.ts";
import { Province } from "../types/entities.ts";
import { makeAreaConditionsResolver } from "./area-conditions.ts";

export const ProvinceConditionsResolver = makeAreaConditionsResolver<AreaRecord>({
  type: Province,
  codeOf: ({ pcode }) => pcode,
  foodSecurity:
    "Acute food insecurity of the province, of the town in it that is analysed apart and of groups of districts, the newest first; null where nothing is in hand.",
});

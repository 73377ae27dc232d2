interface Classified {
  readonly type: string | null;
  readonly subtype: string | null;
}

/** The classification was renamed in 2022 to 2023; the newer names stand for the older ones. */
const renamedTypes: Readonly<Record<string, string>> = {
  Government: "Governments",
  NGO: "NGOs",
  "UN agency": "Multilateral Organizations",
  "Inter-governmental": "Multilateral Organizations",
  "Pooled fund": "Pooled Funds",
  "Red Cross/Red Crescent": "Red Cross/Red Crescent Organizations",
  "Private organization/foundation": "Private Organizations",
};

const renamedSubtypes: Readonly<Record<string, string>> = {
  "Government|National government": "National Governments",
  "UN agency|": "UN Agencies",
  "Inter-governmental|": "Other Multilateral Organizations",
  "NGO|International": "International NGOs",
  "NGO|National": "National NGOs/CSOs",
  "NGO|Local": "Local NGOs/CSOs",
  "NGO|Affiliated": "Internationally Affiliated Organizations",
  "NGO|Uncategorized NGO": "Uncategorized NGOs",
  "Pooled fund|Country-based": "Country-based UN Pooled Funds",
  "Pooled fund|Global": "Global UN Pooled Funds",
  "Red Cross/Red Crescent|International Society": "International Red Cross/Red Crescent Movement",
  "Red Cross/Red Crescent|National Society": "Red Cross/Red Crescent National Societies",
  "Private organization/foundation|International organization/foundation/individual":
    "International Private Organizations",
  "Private organization/foundation|Local/National organization/foundation/individual":
    "Local/National Private Organizations",
  "Private organization/foundation|Uncategorized": "Uncategorized",
};

/** Entries that stand for organisations the reporter did not name. */
const placeholder = /\(confidential\)|\(details not yet provided\)|\(individuals & organizations\)|^UN agencies$/i;

/** Whether the name stands for organisations that the reporter did not name. */
export function isPlaceholder(name: string): boolean {
  return placeholder.test(name);
}

/** Type and subtype under the names of today. */
export function classifyOrganization({ type, subtype }: Classified): Classified {
  const renamed = type ? renamedTypes[type] : undefined;
  if (!type || !renamed) return { type, subtype };
  return { type: renamed, subtype: renamedSubtypes[`${type}|${subtype ?? ""}`] ?? subtype };
}

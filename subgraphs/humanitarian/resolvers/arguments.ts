/** What arguments mean that several fields take. */
export const asOfDescription =
  "Compute it from the flows of the last snapshot on or before this day; without it, the newest published table.";
export const yearDescription = "Year the appeal is counted under; all years when absent.";
export const planYearDescription = "Year of the plan.";
export const commodityDescription = "Name of a good, such as `Wheat`; all goods when absent.";
export const fromDescription = "First day; from the beginning when absent.";
export const toDescription = "Last day; up to the newest when absent.";

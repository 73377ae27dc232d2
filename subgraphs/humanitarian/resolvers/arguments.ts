/** What arguments mean that several fields take. */
export const asOfDescription =
  "Compute it from the flows of the last snapshot on or before this day; without it, the newest published table.";
export const yearDescription = "Year the appeal is counted under; all years when absent.";

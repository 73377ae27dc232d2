export const nameDescription = "Name; in English where it is not known in the language.";
export const languageDescription = "Language of the name.";
export const countryDescription = "Only those of this country: alpha-3, alpha-2 or M49 code.";
export const fromYearDescription = "First calendar year to take; from the beginning when absent.";
export const toYearDescription = "Last calendar year to take; to the newest when absent.";
export const fromDateDescription = "First day to take; from the beginning when absent.";
export const toDateDescription = "Last day to take; to the newest when absent.";
export const fromMonthAgoDescription = "First day, UTC; 30 days before `to` when absent.";
export const fromYearAgoDescription = "First day, UTC; 365 days before `to` when absent.";
export const toTodayDescription = "Last day, UTC; today when absent.";
export const minMagnitudeDescription = "Only those of at least this magnitude, 0 to 10; 4 when absent.";
export const noEvents =
  "Empty means that there were none; where the publisher cannot be asked it is null with an error, for nothing of this is shipped.";

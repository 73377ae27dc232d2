export const nameDescription = "Name; in English where it is not known in the language.";
export const languageDescription = "Language of the name.";
export const countryDescription = "Only those of this country: alpha-3, alpha-2 or M49 code.";
export const fromYearDescription = "First calendar year to take; from the beginning when absent.";
export const toYearDescription = "Last calendar year to take; to the newest when absent.";
export const fromDateDescription = "First day to take; from the beginning when absent.";
export const toDateDescription = "Last day to take; to the newest when absent.";
export const noEvents =
  "Empty means that there were none; where the publisher cannot be asked it is null with an error, for nothing of this is shipped.";

export const yearDescription = "Calendar year.";
export const sourceDescription = "Whose figures.";

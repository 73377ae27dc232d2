/** Language of the index and of the charts. */
export type PageLanguage = "en" | "ru";

/** What the pages and charts say of their own. */
export const words = {
  en: {
    index: "Published queries",
    intro: "Each has a stable address that answers with JSON, CSV or a chart.",
    variable: "Variable",
    meaning: "Meaning",
    type: "Type",
    byDefault: "Default",
    year: "Year",
    source: "Source",
    release: "release",
    keptFor: "An answer is kept for",
    hours: "h",
    noFigures: "No figures for this selection",
    reached: "Reached",
    aimedAt: "Asked for",
    magnitudes: { 1e12: " tn", 1e9: " bn", 1e6: " m" },
  },
  ru: {
    index: "Опубликованные запросы",
    intro: "У каждого постоянный адрес, который отдаёт JSON, CSV или график.",
    variable: "Переменная",
    meaning: "Значение",
    type: "Тип",
    byDefault: "По умолчанию",
    year: "Год",
    source: "Источник",
    release: "выпуск",
    keptFor: "Ответ хранится",
    hours: "ч",
    noFigures: "Нет данных для этого выбора",
    reached: "Получено",
    aimedAt: "Запрошено",
    magnitudes: { 1e12: " трлн", 1e9: " млрд", 1e6: " млн" },
  },
} as const satisfies Record<PageLanguage, object>;

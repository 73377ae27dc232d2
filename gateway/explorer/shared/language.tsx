import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { recall, remember } from "./remembered.ts";
import { en } from "./texts/en.ts";
import { ru } from "./texts/ru.ts";
import type { Texts } from "./texts/texts.ts";

const languages = { en, ru } as const satisfies Record<string, Texts>;

export type Language = keyof typeof languages;

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
  readonly speak: (language: Language) => void;
}

const LanguageContext = createContext<Spoken | undefined>(undefined);

/** Gives everything below it the texts of the person's language: the one chosen before, else the browser's, else English. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (next: Language) => {
    remember("language", next);
    setLanguage(next);
  };
  return <LanguageContext value={{ language, texts: languages[language], speak }}>{children}</LanguageContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error("useLanguage is called outside of LanguageProvider");
  return spoken;
}

function firstLanguage(): Language {
  const wanted = recall("language") ?? navigator.language.slice(0, 2);
  return wanted in languages ? (wanted as Language) : "en";
}

import { useLanguage } from "../shared/language.tsx";

const six = [
  ["KAZ", { en: "Kazakhstan", ru: "Казахстан" }],
  ["KGZ", { en: "Kyrgyzstan", ru: "Кыргызстан" }],
  ["TJK", { en: "Tajikistan", ru: "Таджикистан" }],
  ["TKM", { en: "Turkmenistan", ru: "Туркменистан" }],
  ["UZB", { en: "Uzbekistan", ru: "Узбекистан" }],
  ["AFG", { en: "Afghanistan", ru: "Афганистан" }],
] as const;

/** The way to the page of each of the six. @param current alpha-3 code of the page that is open */
export function CountryLinks({ current }: { readonly current?: string }) {
  const { texts, language } = useLanguage();
  return (
    <nav className="country-links" aria-label={texts.countries}>
      {six.map(([code, name]) => (
        <a key={code} className="button" href={`/country/${code}`} aria-current={code === current ? "page" : undefined}>
          {name[language]}
        </a>
      ))}
    </nav>
  );
}

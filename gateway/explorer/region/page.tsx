import { useMemo } from "react";
import { Header } from "../shared/header.tsx";
import { useLanguage } from "../shared/language.tsx";
import { usePublished } from "../shared/published.ts";
import { useTheme } from "../shared/theme.ts";
import { Country } from "./country.tsx";
import { Home } from "./home.tsx";

/** The regional page, or the page of the country that the address names. */
export function Page() {
  const { texts, language } = useLanguage();
  const [theme, setTheme] = useTheme();
  const published = usePublished(language);
  const queries = useMemo(
    () => new Map((published instanceof Error ? [] : (published ?? [])).map((query) => [query.name, query])),
    [published],
  );
  const code = /^\/country\/([^/]+)$/.exec(location.pathname)?.[1];
  return (
    <>
      <Header page="region" theme={theme} setTheme={setTheme} />
      <main id="main" className="page">
        {published instanceof Error && <p role="alert">{texts.publishedFailed}</p>}
        {code === undefined ? (
          <Home queries={queries} />
        ) : (
          <Country code={decodeURIComponent(code)} queries={queries} />
        )}
      </main>
      <footer className="site-footer">
        <p>{texts.footer}</p>
        <nav aria-label={texts.more}>
          <a href="/q">{texts.published}</a>
          <a href="/schema.graphql">{texts.schema}</a>
        </nav>
      </footer>
    </>
  );
}

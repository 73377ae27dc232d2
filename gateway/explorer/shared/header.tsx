import "./header.css";
import { useLanguage } from "./language.tsx";
import type { Theme } from "./theme.ts";

interface HeaderProps {
  readonly page: "region" | "explore";
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

/** What stands above every page: the way between the pages, language and theme. */
export function Header({ page, theme, setTheme }: HeaderProps) {
  const { language, texts, speak } = useLanguage();
  const other = language === "en" ? "ru" : "en";
  return (
    <header className="site-header">
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <a className="site-name" href="/">
        Aryk
      </a>
      <nav aria-label={texts.pages}>
        <a href="/" aria-current={page === "region" ? "page" : undefined}>
          {texts.region}
        </a>
        <a href="/explore" aria-current={page === "explore" ? "page" : undefined}>
          {texts.explore}
        </a>
      </nav>
      <div className="site-settings">
        <button type="button" lang={other} onClick={() => speak(other)}>
          {other === "ru" ? "Русский" : "English"}
        </button>
        <button
          type="button"
          onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          aria-label={theme === "dark" ? texts.toLight : texts.toDark}
          title={theme === "dark" ? texts.toLight : texts.toDark}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </header>
  );
}

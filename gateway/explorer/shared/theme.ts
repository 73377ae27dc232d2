import { useEffect, useState } from "react";
import { recall, remember } from "./remembered.ts";

export type Theme = "light" | "dark";

/** The theme that is shown: the person's choice, else the system's, followed while it changes. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [chosen, setChosen] = useState(recallTheme);
  const [system, setSystem] = useState(systemTheme);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setSystem(systemTheme());
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  const theme = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return [
    theme,
    (next) => {
      remember("theme", next);
      setChosen(next);
    },
  ];
}

function recallTheme(): Theme | undefined {
  const kept = recall("theme");
  return kept === "light" || kept === "dark" ? kept : undefined;
}

function systemTheme(): Theme {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

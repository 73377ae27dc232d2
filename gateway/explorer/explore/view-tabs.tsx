import type { KeyboardEvent } from "react";
import { useLanguage } from "../shared/language.tsx";

const views = ["json", "table", "chart", "map", "cite", "code", "download"] as const;
export type View = (typeof views)[number];

interface ViewTabsProps {
  readonly view: View;
  readonly setView: (view: View) => void;
}

/** The ways to see an answer, as tabs: arrow keys go from one to the next. */
export function ViewTabs({ view, setView }: ViewTabsProps) {
  const { texts } = useLanguage();
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = views[(views.indexOf(view) + step + views.length) % views.length] ?? view;
    setView(next);
    document.getElementById(`view-${next}`)?.focus();
  };
  return (
    <div className="view-tabs" role="tablist" aria-label={texts.views} onKeyDown={move}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`view-${each}`}
          aria-selected={each === view}
          {...(each === view && each !== "json" && { "aria-controls": "view" })}
          tabIndex={each === view ? 0 : -1}
          onClick={() => setView(each)}
        >
          {texts[each]}
        </button>
      ))}
    </div>
  );
}

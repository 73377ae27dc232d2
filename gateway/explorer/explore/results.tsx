import { useGraphiQL } from "@graphiql/react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useLanguage } from "../shared/language.tsx";
import { TableView } from "../shared/table/table-view.tsx";
import type { Theme } from "../shared/theme.ts";
import type { Answers } from "./answers.ts";
import { ErrorList } from "./error-list.tsx";
import type { Outcome } from "./outcome.ts";
import { Cite } from "./panels/cite.tsx";
import { Code } from "./panels/code.tsx";
import { staleSources } from "./stale-sources.ts";
import { useErrorMarkers } from "./use-error-markers.ts";
import { useOutcome } from "./use-outcome.ts";
import { type View, ViewTabs } from "./view-tabs.tsx";
import { Waiting } from "./waiting.tsx";

// What draws comes when a picture is asked for.
const Chart = lazy(async () => ({ default: (await import("./panels/chart.tsx")).Chart }));
const MapView = lazy(async () => ({ default: (await import("./panels/map.tsx")).MapView }));
const Download = lazy(async () => ({ default: (await import("./panels/download.tsx")).Download }));

interface ResultsProps {
  readonly answers: Answers;
  readonly theme: Theme;
}

/** The answer of the tab in front: its errors, and one of the views beside the JSON. */
export function Results({ answers, theme }: ResultsProps) {
  const { texts } = useLanguage();
  const [view, setView] = useState<View>("json");
  const isFetching = useGraphiQL((state) => state.isFetching);
  const { asked, outcome } = useOutcome(answers);
  useErrorMarkers(outcome);
  const stale = useMemo(() => staleSources(outcome?.answer.data), [outcome]);
  return (
    <section className="results" data-view={view} aria-label={texts.views}>
      <ViewTabs view={view} setView={setView} />
      {isFetching && <Waiting query={asked.query} />}
      {outcome && outcome.errors.length > 0 && <ErrorList outcome={outcome} />}
      {stale.length > 0 && <p className="stale">{texts.stale(stale.join(", "))}</p>}
      {view !== "json" && (
        <div className="view" role="tabpanel" id="view" aria-labelledby={`view-${view}`} tabIndex={-1}>
          {view === "code" ? (
            <Code asked={asked} />
          ) : outcome ? (
            <Suspense fallback={<p className="hint">{texts.drawing}</p>}>
              <Panel view={view} outcome={outcome} theme={theme} />
            </Suspense>
          ) : (
            !isFetching && <p className="hint">{texts.runFirst}</p>
          )}
        </div>
      )}
    </section>
  );
}

interface PanelProps {
  readonly view: View;
  readonly outcome: Outcome;
  readonly theme: Theme;
}

function Panel({ view, outcome, theme }: PanelProps) {
  const { texts } = useLanguage();
  const { table, answer, notTable } = outcome;
  if (view === "cite") return <Cite answer={answer} />;
  if (view === "download") return <Download outcome={outcome} theme={theme} />;
  if (!table) return <p className="hint">{notTable ?? (answer.data ? texts.edited : texts.noData)}</p>;
  if (view === "chart") return <Chart table={table} theme={theme} />;
  if (view === "map") return <MapView table={table} theme={theme} />;
  return <TableView table={table} />;
}

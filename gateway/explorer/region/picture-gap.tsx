import { useEffect, useState } from "react";
import { useLanguage } from "../shared/language.tsx";
import { wayOutOf } from "../shared/way-out.ts";
import { PictureError } from "./picture-source.ts";
import type { PictureState } from "./use-picture.ts";

interface PictureGapProps {
  readonly title: string;
  readonly state: Exclude<PictureState, { phase: "shown" }>;
}

/** What stands where a picture is not, or not yet: what is being waited for, or why there is none and what to do. */
export function PictureGap({ title, state }: PictureGapProps) {
  const { texts } = useLanguage();
  if (state.phase === "loading") return <Loading title={title} cancel={state.cancel} />;
  const wayOut =
    state.phase === "failed" && state.error instanceof PictureError
      ? wayOutOf(state.error.code, state.error.message)
      : undefined;
  return (
    <div className="picture-gap" role="alert">
      <p>{state.phase === "failed" ? texts.pictureFailed(title) : texts.pictureCancelled(title)}</p>
      {state.phase === "failed" && <p className="hint">{state.error.message}</p>}
      {wayOut && <p className="hint">{wayOut}</p>}
      <button type="button" className="button" onClick={state.retry}>
        {texts.retry}
      </button>
    </div>
  );
}

function Loading({ title, cancel }: { readonly title: string; readonly cancel: () => void }) {
  const { texts } = useLanguage();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  // A wait that nobody feels is not spoken of.
  if (seconds === 0) return <div className="picture-gap" />;
  return (
    <div className="picture-gap">
      <p role="status">{texts.waitingFor(title, seconds)}</p>
      <button type="button" className="button" onClick={cancel}>
        {texts.cancel}
      </button>
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import type { TopLevelSpec } from "vega-lite";
import { useLanguage } from "../../shared/language.tsx";
import { draw } from "./draw.ts";

interface PictureProps {
  readonly spec: TopLevelSpec;
  /** What it is a picture of. */
  readonly title: string;
}

/** A drawn specification, kept as wide as its place. */
export function Picture({ spec, title }: PictureProps) {
  const { texts } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isGone = false;
    const drawing = draw(spec, element);
    drawing.then(
      () => isGone || setFailure(undefined),
      (error: unknown) => isGone || setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isGone = true;
      void drawing.then((drawn) => drawn.remove()).catch(() => undefined);
      element.replaceChildren();
    };
  }, [spec]);
  return (
    <figure className="picture">
      {failure && <p role="alert">{texts.drawFailed(failure)}</p>}
      <div ref={place} className="picture-place" role="img" aria-label={texts.pictureOf(title)} />
    </figure>
  );
}

import { useEffect, useState } from "react";
import { type LoadedPicture, loadPicture, type PictureRequest } from "./picture-source.ts";

export type PictureState =
  | { readonly phase: "loading"; readonly cancel: () => void }
  | { readonly phase: "shown"; readonly picture: LoadedPicture; readonly url: string }
  | { readonly phase: "failed"; readonly error: Error; readonly retry: () => void }
  | { readonly phase: "cancelled"; readonly retry: () => void };

/** Loads a picture once it is wanted, and again when another one is asked for; the one before stays until then. */
export function usePicture({ query, parameters, language, size }: PictureRequest, isWanted: boolean): PictureState {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<PictureState>({ phase: "loading", cancel: () => undefined });
  const key = JSON.stringify(parameters);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason of its own
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    const retry = () => setAttempt((before) => before + 1);
    let url: string | undefined;
    let isGone = false;
    const cancel = () => {
      controller.abort();
      setState({ phase: "cancelled", retry });
    };
    setState((before) => (before.phase === "shown" ? before : { phase: "loading", cancel }));
    const request = { query, parameters: JSON.parse(key), language, size };
    loadPicture(request, controller.signal).then(
      (picture) => {
        if (isGone) return;
        url = URL.createObjectURL(picture.svg);
        setState({ phase: "shown", picture, url });
      },
      (error: unknown) => {
        if (isGone || controller.signal.aborted) return;
        setState({ phase: "failed", error: error instanceof Error ? error : new Error(String(error)), retry });
      },
    );
    return () => {
      isGone = true;
      controller.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [query, key, language, size, isWanted, attempt]);
  return state;
}

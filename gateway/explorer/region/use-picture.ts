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
        setState({ phase: "shown", picture, url: URL.createObjectURL(picture.svg) });
      },
      (error: unknown) => {
        if (isGone || controller.signal.aborted) return;
        setState({ phase: "failed", error: error instanceof Error ? error : new Error(String(error)), retry });
      },
    );
    return () => {
      isGone = true;
      controller.abort();
    };
  }, [query, key, language, size, isWanted, attempt]);
  // An address is given back only when another has taken its place: the browser may still be reading it.
  const url = state.phase === "shown" ? state.url : undefined;
  useEffect(() => {
    if (url) return () => URL.revokeObjectURL(url);
    return undefined;
  }, [url]);
  return state;
}

import { useEffect, useState } from "react";
import type { Land } from "../../../published/drawing/outlines.ts";
import { loadLand } from "./land.ts";

/** The outlines of all countries, or why there are none; undefined while they load. */
export function useLand(): readonly Land[] | Error | undefined {
  const [land, setLand] = useState<readonly Land[] | Error>();
  useEffect(() => {
    let isGone = false;
    loadLand().then(
      (loaded) => isGone || setLand(loaded),
      (error: unknown) => isGone || setLand(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return land;
}

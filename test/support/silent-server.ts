import { startUpstream, type Upstream } from "./upstream.ts";

/** A service that takes every request and answers none. */
export async function listenSilently(): Promise<Upstream> {
  const upstream = await startUpstream();
  upstream.script("*", { fault: "never" });
  return upstream;
}

import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { type Handler, notFound } from "./server.ts";

/** Where `npm run build` puts the pages. */
export const builtPages = join(projectRoot, "dist", "explorer");

const yearSeconds = 31_536_000;

/** No script but the server's own files. The map of workers and the editor's style elements are the explorer's only exceptions. */
const policy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

const strictPolicy = toHeader(policy);
const editorPolicy = toHeader({ ...policy, "style-src": "'self' 'unsafe-inline'" });

/**
 * Serves the regional page, the country pages and the explorer from their build, every other path is NOT_FOUND.
 *
 * @param folder the build; what is missing there is said with the way to make it
 */
export function createPages(folder: string): Handler {
  if (!existsSync(folder)) return notFound;
  const serve = sirv(folder, { brotli: true, gzip: true, etag: true, extensions: ["html"], setHeaders });
  return (request, response, url) => {
    if (request.method !== "GET" && request.method !== "HEAD") notFound(request, response, url);
    // A country page is the regional page, which reads the code from its address.
    if (/^\/country\/[^/]+$/.test(url.pathname)) request.url = "/";
    let isMissing = false;
    serve(request, response, () => {
      isMissing = true;
    });
    if (isMissing) notFound(request, response, url);
  };
}

function setHeaders(response: ServerResponse, pathname: string): void {
  const isAsset = pathname.startsWith("/assets/");
  response.setHeader("cache-control", isAsset ? `public, max-age=${yearSeconds}, immutable` : "no-cache");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  if (!isAsset)
    response.setHeader("content-security-policy", pathname.startsWith("/explore") ? editorPolicy : strictPolicy);
}

function toHeader(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

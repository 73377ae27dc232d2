import { SourceMalformed } from "./errors.ts";

export interface Place {
  readonly source: string;
  readonly baseUrl: string;
  /** As in UpstreamInfo. @default none */
  readonly leadsTo?: readonly string[] | undefined;
}

/**
 * A link or redirect that an upstream gave, when it stays on the origin of its base URL or goes where the table of
 * upstreams lets it lead. Anything else is refused: following it would carry this server's reach to a place nobody named.
 *
 * @throws SourceMalformed
 */
export function permittedLink({ source, baseUrl, leadsTo = [] }: Place, link: string | URL): URL {
  if (!URL.canParse(String(link), `${baseUrl}/`)) throw new SourceMalformed(source, "gives a link that is none");
  const url = new URL(link, `${baseUrl}/`);
  const isPermitted = isAtHome(baseUrl, url) || leadsTo.some((start) => url.href.startsWith(start));
  if (!isPermitted || url.username !== "") throw new SourceMalformed(source, "gives a link to another place");
  return url;
}

/** Whether an address is on the origin of the base URL: there alone the key goes. */
export function isAtHome(baseUrl: string, url: URL): boolean {
  return url.origin === new URL(baseUrl).origin;
}

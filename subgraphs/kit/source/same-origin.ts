import { SourceMalformed } from "./errors.ts";

export interface Place {
  readonly source: string;
  readonly baseUrl: string;
}

/**
 * A link or redirect that an upstream gave, when it stays on the origin of its base URL.
 * Anything else is refused: following it would carry a key, or this server's reach, to a place nobody configured.
 *
 * @throws SourceMalformed
 */
export function sameOrigin({ source, baseUrl }: Place, link: string | URL): URL {
  if (!URL.canParse(String(link), `${baseUrl}/`)) throw new SourceMalformed(source, "gives a link that is none");
  const url = new URL(link, `${baseUrl}/`);
  if (url.origin !== new URL(baseUrl).origin || url.username !== "") {
    throw new SourceMalformed(source, "gives a link to another place");
  }
  return url;
}

import type { Citation } from "./citation.ts";

/** `Link` values of the licences. An SPDX licence has a page of its own; every other stands on the publisher's page. */
export function licenceLinks(citations: readonly Citation[]): string[] {
  const urls = citations.map(({ licence, url }) =>
    /^(CC|PDDL|ODC|MIT|Apache|BSD)[\w.-]*$/.test(licence) ? `https://spdx.org/licenses/${licence}.html` : url,
  );
  return [...new Set(urls)].map((url) => `<${url}>; rel="license"`);
}

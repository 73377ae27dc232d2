import { type UpstreamId, type UpstreamInfo, upstreamIds, upstreamInfo } from "./upstreams.ts";

/** Where an upstream is asked, and with which key. */
export interface UpstreamSettings {
  readonly baseUrl: string;
  readonly key: string | undefined;
}

export type SourceSettings = ReadonlyMap<UpstreamId, UpstreamSettings>;

/**
 * Reads `<ID>_BASE_URL` and the key settings of all upstreams; what is wrong is added to `problems`, a line each.
 *
 * @param env the environment; empty values count as absent
 */
export function readSourceSettings(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): SourceSettings {
  const settings = new Map<UpstreamId, UpstreamSettings>();
  for (const id of upstreamIds) {
    const info: UpstreamInfo = upstreamInfo(id);
    const name = `${id}_BASE_URL`;
    const given = env[name] || info.baseUrl;
    if (!isBaseUrl(given)) problems.push(`${name}: not an http or https URL without query and password`);
    settings.set(id, {
      baseUrl: given.replace(/\/+$/, ""),
      key: (info.key && env[info.key.setting]?.trim()) || undefined,
    });
  }
  return settings;
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && search === "" && hash === "" && username === "" && password === "";
}

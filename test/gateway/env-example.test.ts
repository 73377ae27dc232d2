import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../gateway/config.ts";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";
import { upstreamIds, upstreamInfo } from "../../subgraphs/kit/source/upstreams.ts";

const text = readFileSync(join(projectRoot, ".env.example"), "utf8");
const given = new Map(
  [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
);

test("the example names the address and the key of every upstream, at their defaults", () => {
  const { sourceSettings } = loadConfig(Object.fromEntries(given));
  for (const id of upstreamIds) {
    const { baseUrl, key } = upstreamInfo(id);
    expect([id, given.get(`${id}_BASE_URL`)]).toEqual([id, baseUrl]);
    expect(sourceSettings.get(id)).toEqual({ baseUrl, key: undefined });
    if (key) expect([key.setting, given.get(key.setting)]).toEqual([key.setting, ""]);
  }
});

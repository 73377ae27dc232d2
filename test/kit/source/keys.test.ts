import { expect, test } from "vitest";
import { goodRows, parseRows } from "../../support/asked-rows.ts";
import { replayedService } from "../../support/replay-source.ts";
import { sourceFailure } from "../../support/source-failure.ts";
import { openTestUpstream } from "../../support/test-upstream.ts";

const replay = replayedService();

test("a required key goes with every call, and without it nothing is asked", async () => {
  replay.script("/data", goodRows);
  const keyed = openTestUpstream("OPENAQ", replay.url, { key: "secret-1" });
  await keyed.upstream.get({ path: "/data", parse: parseRows });
  expect(replay.requests[0]?.headers["x-api-key"]).toBe("secret-1");

  const inQuery = openTestUpstream("RELIEFWEB", replay.url, { key: "secret-2" });
  await inQuery.upstream.get({ path: "/data", parse: parseRows });
  expect(replay.requests[1]?.query.get("appname")).toBe("secret-2");

  const keyless = openTestUpstream("OPENAQ", replay.url);
  const error = await sourceFailure(keyless.upstream.get({ path: "/data", parse: parseRows }));
  expect(error.extensions).toMatchObject({ code: "SOURCE_NEEDS_KEY" });
  expect(error.message).toContain("OPENAQ_KEY");
  expect(replay.requests).toHaveLength(2);
});

test("no error holds a key, a URL or what the upstream wrote, whatever goes wrong", async () => {
  const key = "secret-in-every-place";
  const replies = [
    { status: 403, body: `appname ${key} is not approved` },
    { status: 500, body: key },
    { body: `{"appname": "${key}" oops` },
    { body: { total: key, rows: key } },
    { fault: "reset" as const },
    { status: 302, headers: { location: `https://other.example/?appname=${key}` } },
  ];
  for (const reply of replies) {
    replay.script("/data", reply);
    const { upstream } = openTestUpstream("RELIEFWEB", replay.url, { key });
    const error = await sourceFailure(upstream.get({ path: "/data", parse: parseRows }));
    const everything = JSON.stringify([error.message, error.stack, error.cause, error.extensions, { ...error }]);
    expect(everything).not.toContain(key);
    expect(everything).not.toContain(new URL(replay.url).host);
  }
});

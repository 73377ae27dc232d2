import { expect, test, vi } from "vitest";
import { askRows, goodRows } from "../../support/asked-rows.ts";
import { replayedService } from "../../support/replay-source.ts";
import { sourceFailure } from "../../support/source-failure.ts";
import { openTestUpstream } from "../../support/test-upstream.ts";

const replay = replayedService();
const open = () => openTestUpstream("GDACS", replay.url);

test("after five failures in a row the upstream is left alone, and asked once again after a pause", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    replay.script("/data", { status: 500, body: "" });
    const { upstream, status } = open();
    for (let i = 0; i < 5; i++) await sourceFailure(askRows(upstream));
    expect(replay.requests).toHaveLength(15);
    expect((await status.read(["GDACS"])).get("GDACS")).toMatchObject({ breakerOpen: true });

    const refused = await sourceFailure(askRows(upstream));
    expect(refused.extensions).toMatchObject({ code: "SOURCE_UNAVAILABLE" });
    expect(replay.requests).toHaveLength(15);

    vi.setSystemTime(Date.now() + 31_000);
    replay.script("/data", goodRows);
    expect(await askRows(upstream)).toEqual(goodRows.body);
    expect((await status.read(["GDACS"])).get("GDACS")).toMatchObject({ breakerOpen: false });
  } finally {
    vi.useRealTimers();
  }
});

test("refused questions do not open the breaker", async () => {
  replay.script("/data", { status: 400, body: "" });
  const { upstream } = open();
  for (let i = 0; i < 8; i++) await sourceFailure(askRows(upstream));
  expect(replay.requests).toHaveLength(8);
});

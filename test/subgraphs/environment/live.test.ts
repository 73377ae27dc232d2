import { expect, test, vi } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";
import { recordedText } from "../../support/recorded.ts";

const { replay, gateway } = liveGateway();

test("a lake's level of today stands beside the one shipped, each above its own datum", async () => {
  replay.script("/timeseries/lake000270.10d.2.txt", { body: recordedText("gwm/lake000270.txt") });
  await gateway.open({ SOURCES: "auto", GWM_BASE_URL: replay.url });
  const levels = async () =>
    (
      await gateway.ask(
        '{ lake(id: "caspian-sea") { levels { datum source { id } values(resolution: OBSERVATION, from: "2023-01-01") { value period provenance { freshness } } } } }',
      )
    ).data.lake.levels;
  expect((await levels()).map(({ datum }: { datum: string }) => datum)).toEqual(["DAHITI_NORMAL"]);
  await vi.waitFor(async () =>
    expect((await levels())[1]).toEqual({
      datum: "EGM2008",
      source: { id: "GWM" },
      values: [
        { value: -28.44, period: "2026-07-25", provenance: { freshness: "CACHED" } },
        { value: -28.46, period: "2026-08-04", provenance: { freshness: "CACHED" } },
      ],
    }),
  );
});

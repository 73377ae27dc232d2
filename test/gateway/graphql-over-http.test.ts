import { serverAudits } from "graphql-http";
import { expect, test } from "vitest";
import { sharedGateway } from "../support/shared-gateway.ts";

const gateway = sharedGateway();

const audits = serverAudits({ url: () => `${gateway.url}/graphql` });

test("all 61 audits are there", () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_, audit) => {
  const result = await audit.fn();
  expect(result.status === "ok" ? "ok" : result.reason).toBe("ok");
});

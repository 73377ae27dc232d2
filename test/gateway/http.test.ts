import { expect, test } from "vitest";
import { sharedGateway } from "../support/shared-gateway.ts";

const gateway = sharedGateway();

async function send(
  body: string | undefined,
  headers: Record<string, string> = { "content-type": "application/json" },
) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers,
    ...(body !== undefined && { body }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string }; message: string }[] };
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
}

test("hostile and broken requests get a coded 4xx, and the server goes on", async () => {
  expect(await send("{ not json")).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  expect(await send("")).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  expect(await send(undefined, {})).toMatchObject({ status: 400 });
  expect(await send(JSON.stringify({ query: `{ a${" ".repeat(3 * 1024 * 1024)} }` }))).toMatchObject({
    status: 413,
    code: "PAYLOAD_TOO_LARGE",
  });
  expect(await send('"text"')).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  expect(await send("[]")).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  expect(await send(JSON.stringify({ query: "{ country(" }))).toMatchObject({
    status: 400,
    code: "GRAPHQL_PARSE_FAILED",
  });
  expect(await send(JSON.stringify({ query: '{ countri(code: "KAZ") { code } }' }))).toMatchObject({
    status: 400,
    code: "GRAPHQL_VALIDATION_FAILED",
    message: expect.stringContaining('Did you mean "country"'),
  });
  expect(
    await send(JSON.stringify({ query: "query ($c: CountryCode!) { country(code: $c) { code } }" })),
  ).toMatchObject({ code: "BAD_USER_INPUT" });
  expect((await gateway.ask('{ country(code: "KAZ") { code } }')).data).toEqual({ country: { code: "KAZ" } });
});

test("a query comes by GET, also from another origin", async () => {
  const response = await fetch(
    `${gateway.url}/graphql?query=${encodeURIComponent('{ country(code: "uz") { code } }')}`,
  );
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toEqual({ data: { country: { code: "UZB" } } });

  const preflight = await fetch(`${gateway.url}/graphql`, { method: "OPTIONS" });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("POST");
});

test("an operation is also taken at the root, where clients of other gateways send it", async () => {
  const post = (body: string) =>
    fetch(gateway.url, { method: "POST", headers: { "content-type": "application/json" }, body });

  const answer = await post('{"query":"{ country(code: \\"uz\\") { code } }"}');
  expect(await answer.json()).toEqual({ data: { country: { code: "UZB" } } });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");

  const refused = await post("{ not json");
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
});

test("the API schema, the health and an unknown path", async () => {
  const schema = await (await fetch(`${gateway.url}/schema.graphql`)).text();
  expect(schema).toContain("type Country {");
  expect(schema).not.toContain("_entities");
  expect(await (await fetch(`${gateway.url}/healthz`)).json()).toEqual({ status: "ok" });
  const nowhere = await fetch(`${gateway.url}/grahpql`);
  expect(nowhere.status).toBe(404);
  expect(await nowhere.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});

import { expect, test } from "vitest";
import { publishedServer } from "../../support/published-server.ts";

const minuteMs = 60_000;

test("200 clients who poll at once are one execution per freshness period", async () => {
  const server = await publishedServer();
  const poll = async () => {
    let open = () => {};
    server.graph.gate = new Promise((resolve) => {
      open = resolve;
    });
    server.requests = 0;
    const asked = Array.from({ length: 200 }, (_, i) => fetch(`${server.url}/q/rows.${["json", "csv", "svg"][i % 3]}`));
    await expect.poll(() => server.requests, { timeout: 20_000 }).toBe(200);
    open();
    const answers = await Promise.all(asked);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await Promise.all(answers.map((answer) => answer.text()));
  };
  await poll();
  await poll();
  expect(server.graph.executions).toHaveLength(1);

  server.now += minuteMs + 1;
  await poll();
  await poll();
  expect(server.graph.executions).toHaveLength(2);
});

test("variables that mean the same share an answer, others do not", async () => {
  const server = await publishedServer();
  for (const search of ["", "?most=500", "?lang=ru", "?most=5"]) await fetch(`${server.url}/q/rows.json${search}`);
  expect(server.graph.executions).toEqual([{ most: 500 }, { most: 5 }]);
});

test("just past its time an answer is served at once and renewed behind; Age tells", async () => {
  const server = await publishedServer();
  const get = async () => {
    const response = await fetch(`${server.url}/q/rows.json?most=1`);
    const { data } = (await response.json()) as { data: { rows: { value: { value: number } }[] } };
    return { age: response.headers.get("age"), value: data.rows[0]?.value.value };
  };
  expect(await get()).toEqual({ age: "0", value: 1 });
  server.now += minuteMs + 5000;
  server.value = 2;
  let open = () => {};
  server.graph.gate = new Promise((resolve) => {
    open = resolve;
  });
  expect(await get()).toEqual({ age: "65", value: 1 });
  open();
  await expect.poll(get).toEqual({ age: "0", value: 2 });
  expect(server.graph.executions).toHaveLength(2);
});

test("when the graph fails the last answer stands, and without one the error has a status and is not kept", async () => {
  const server = await publishedServer();
  await fetch(`${server.url}/q/rows.csv?most=1`);
  server.isDown = true;
  server.now += 10 * minuteMs;
  const old = await fetch(`${server.url}/q/rows.csv?most=1`);
  expect(old.status).toBe(200);
  expect(old.headers.get("age")).toBe("600");

  const none = await fetch(`${server.url}/q/rows.csv?most=2`);
  expect(none.status).toBe(500);
  expect(none.headers.get("cache-control")).toBe("no-store");
  server.isDown = false;
  expect((await fetch(`${server.url}/q/rows.csv?most=2`)).status).toBe(200);
});

test("a figure fetched for this answer is a kept one for all who poll it", async () => {
  const server = await publishedServer();
  expect(await (await fetch(`${server.url}/q/rows.json?most=1`)).json()).toEqual({
    data: { rows: [{ year: 1500, value: { value: 1, unit: "m" }, freshness: "CACHED" }] },
  });
  expect(await (await fetch(`${server.url}/q/rows.csv?most=1`)).text()).toMatch(/,freshness\r\n1500,1,m,CACHED\r\n$/);
});

import { expect, test } from "vitest";
import { parseRedisUrl } from "../../../subgraphs/kit/cache/redis-url.ts";

const nobody = { username: undefined, password: undefined };

test("one server, plain or over TLS, with database and login", () => {
  expect(parseRedisUrl("redis://cache")).toEqual({
    kind: "single",
    host: "cache",
    port: 6379,
    db: 0,
    tls: false,
    ...nobody,
  });
  expect(parseRedisUrl("rediss://aryk:p%40ss%2Fword@cache.example:6380/2")).toEqual({
    kind: "single",
    host: "cache.example",
    port: 6380,
    db: 2,
    tls: true,
    username: "aryk",
    password: "p@ss/word",
  });
  expect(parseRedisUrl("redis://:secret@[::1]:6379/")).toMatchObject({
    host: "::1",
    username: undefined,
    password: "secret",
  });
});

test("Sentinel, with the master's name and its database", () => {
  expect(parseRedisUrl("redis+sentinel://user:pass@h1:26380,h2/main/3")).toEqual({
    kind: "sentinel",
    sentinels: [
      { host: "h1", port: 26380 },
      { host: "h2", port: 26379 },
    ],
    master: "main",
    db: 3,
    username: "user",
    password: "pass",
  });
  expect(parseRedisUrl("redis+sentinel://h1:26379/main")).toMatchObject({ master: "main", db: 0 });
});

test("Cluster", () => {
  expect(parseRedisUrl("redis+cluster://h1:7000,h2:7001")).toEqual({
    kind: "cluster",
    nodes: [
      { host: "h1", port: 7000 },
      { host: "h2", port: 7001 },
    ],
    ...nobody,
  });
});

test.each([
  ["http://user:hunter2@cache:6379", /redis:\/\/, rediss:\/\//],
  ["redis://user:hunter2@h1,h2", /several need redis\+sentinel/],
  ["redis://user:hunter2@h1:99999", /a host is a name/],
  ["redis://user:hunter2@h1/one", /a database is a number/],
  ["redis://user:hunter2@h1/1/2", /no more than a database/],
  ["redis://user:hunter2%zz@h1", /percent-encoded/],
  ["redis+sentinel://user:hunter2@h1:26379", /the master's name/],
  ["redis+sentinel://user:hunter2@h1/main/0/x", /the master's name/],
  ["redis+sentinel://user:hunter2@h1/%zz", /master must be percent-encoded/],
  ["redis://user:hunter2/@h1", /a host is a name/],
  ["redis+cluster://user:hunter2@h1/0", /no databases/],
  ["redis://", /redis:\/\/, rediss:\/\//],
])("%s is refused by what is wrong with it, without its password", (url, problem) => {
  expect(() => parseRedisUrl(url)).toThrow(problem);
  expect(() => parseRedisUrl(url)).not.toThrow(/hunter2/);
});

/** Where Redis is, whichever way it is run. */
export type RedisAddress =
  | (Login & {
      readonly kind: "single";
      readonly host: string;
      readonly port: number;
      readonly db: number;
      readonly tls: boolean;
    })
  | (Login & {
      readonly kind: "sentinel";
      readonly sentinels: readonly Node[];
      readonly master: string;
      readonly db: number;
    })
  | (Login & { readonly kind: "cluster"; readonly nodes: readonly Node[] });

export interface Node {
  readonly host: string;
  readonly port: number;
}

interface Login {
  readonly username: string | undefined;
  readonly password: string | undefined;
}

const forms =
  "redis://, rediss://, redis+sentinel://h1:26379,h2:26379/<master> or redis+cluster://h1:7000,h2:7001, each with user:password@ (percent-encoded) before the host if needed";
const pattern =
  /^(redis|rediss|redis\+sentinel|redis\+cluster):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^@/]+)((?:\/[^/]*)*)$/;
const defaultPorts = { redis: 6379, rediss: 6379, "redis+sentinel": 26379, "redis+cluster": 6379 };

/**
 * Reads the four forms of REDIS_URL. User and password are percent-encoded; with Sentinel they are those of the
 * Redis servers.
 *
 * @throws an Error that says what is wrong and never repeats the text, which may hold a password
 */
export function parseRedisUrl(text: string): RedisAddress {
  const [, scheme, user, password, hosts, path = ""] = pattern.exec(text) ?? [];
  if (!scheme || !hosts) throw new Error(`not of the form ${forms}`);
  const nodes = hosts.split(",").map((host) => parseNode(host, defaultPorts[scheme as keyof typeof defaultPorts]));
  const login = { username: decode(user), password: decode(password) };
  const parts = path
    .split("/")
    .slice(1)
    .filter((part, index, all) => part !== "" || index < all.length - 1);

  if (scheme === "redis+cluster") {
    if (parts.length > 0) throw new Error("a Redis Cluster has no databases: leave out what follows the hosts");
    return { kind: "cluster", nodes, ...login };
  }
  if (scheme === "redis+sentinel") {
    const [master, db, ...rest] = parts;
    if (!master || rest.length > 0)
      throw new Error("Sentinel needs the master's name after the hosts, and no more than a database after it");
    return { kind: "sentinel", sentinels: nodes, master: decode(master) ?? master, db: parseDb(db), ...login };
  }
  const [node, ...others] = nodes;
  if (!node || others.length > 0) throw new Error("one host; several need redis+sentinel:// or redis+cluster://");
  if (parts.length > 1) throw new Error("no more than a database number may follow the host");
  return { kind: "single", ...node, db: parseDb(parts[0]), tls: scheme === "rediss", ...login };
}

function parseNode(text: string, defaultPort: number): Node {
  const [, bracketed, name, portText] = /^(?:\[([\da-f:.]+)\]|([^:[\]?#\s]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = bracketed ?? name;
  const port = portText === undefined ? defaultPort : Number(portText);
  if (!host || port < 1 || port > 65535)
    throw new Error("a host is a name or address with an optional port, such as cache:6379");
  return { host, port };
}

function parseDb(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,4}$/.test(text)) throw new Error("a database is a number, such as /0");
  return Number(text);
}

function decode(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error("user, password and master must be percent-encoded");
  }
}

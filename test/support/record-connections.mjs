// Preloaded into a program under test: writes every connection and name lookup it tries to stderr.
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  process.stderr.write(`CONNECTION ${JSON.stringify(first?.host ?? first?.path ?? first)}\n`);
  return connect.apply(this, args);
};
const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  process.stderr.write(`LOOKUP ${name}\n`);
  return lookup(name, ...rest);
};
syncBuiltinESMExports();

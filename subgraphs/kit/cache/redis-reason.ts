import { ReplyError } from "ioredis";

/** Whether Redis itself said no. */
export function isReply(error: unknown): error is Error {
  return error instanceof ReplyError;
}

/** What is wrong with Redis, in its own words or the system's; never what was sent to it, which may be a password. */
export function reasonOf(error: unknown): string {
  const { code, name, message, lastNodeError } = error as NodeJS.ErrnoException & { readonly lastNodeError?: unknown };
  if (lastNodeError) return reasonOf(lastNodeError);
  // It quotes the arguments of a command that it does not know.
  if (isReply(error)) return message.startsWith("ERR unknown command") ? "ERR unknown command" : message;
  return code ?? name;
}

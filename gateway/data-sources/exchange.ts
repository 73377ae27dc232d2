import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { Dispatcher } from "undici";
import type { AnswerHeaders } from "../caching/foreign.ts";

export interface ExchangeRequest {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Tells calls to one URL apart: what is asked, and the client's headers that come along. */
  readonly identity: string;
  /** When the answer must be there, in milliseconds of the clock. */
  readonly endsAt: number;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

/** One POST to a subgraph, its answer read to the end. @throws CallError */
export type Exchange = (request: ExchangeRequest) => Promise<ExchangeAnswer>;

/** Why there is no answer. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly kind: "timeout" | "unavailable" | "malformed";
  /** Whether the next attempt may well succeed. */
  readonly isTransient: boolean;

  constructor(kind: CallError["kind"], message: string, options: ErrorOptions & { readonly isTransient: boolean }) {
    super(message, options);
    this.kind = kind;
    this.isTransient = options.isTransient;
  }
}

export interface ExchangeOptions {
  readonly dispatcher: Dispatcher;
  /** Largest answer, before and after decompression. */
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Passing on what undici calls us with, without the stream objects of its request API, which cost more than the call. */
export function createExchange({ dispatcher, maxBytes, clock }: ExchangeOptions): Exchange {
  function receive(request: ExchangeRequest): Promise<Omit<ExchangeAnswer, "text"> & { readonly bytes: Buffer }> {
    return new Promise((resolve, reject) => {
      const { origin, path, headers, body, endsAt } = request;
      const chunks: Buffer[] = [];
      let size = 0;
      let status = 0;
      let headersGiven: AnswerHeaders = {};
      let controller: Dispatcher.DispatchController | undefined;
      let failure: CallError | undefined;

      function fail(error: CallError): void {
        failure ??= error;
        clearTimeout(timer);
        controller?.abort(failure);
        reject(failure);
      }

      const timer = setTimeout(() => fail(timedOut()), Math.max(0, endsAt - clock()));
      dispatcher.dispatch(
        { origin, path, method: "POST", headers, body },
        {
          onRequestStart(started) {
            controller = started;
            // It may have waited in the queue for longer than it had.
            if (failure) started.abort(failure);
          },
          onResponseStart(_, code, received) {
            status = code;
            headersGiven = received;
          },
          onResponseData(_, chunk) {
            size += chunk.length;
            if (size > maxBytes) fail(tooLarge(maxBytes));
            else chunks.push(chunk);
          },
          onResponseEnd() {
            clearTimeout(timer);
            resolve({
              status,
              headers: headersGiven,
              bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size),
            });
          },
          onResponseError(_, cause) {
            fail(new CallError("unavailable", "the connection failed", { cause, isTransient: true }));
          },
        },
      );
    });
  }

  return async (request) => {
    const { status, headers, bytes } = await receive(request);
    const encoding = String(headers["content-encoding"] ?? "");
    const plain = encoding === "" || encoding === "identity" ? bytes : await decompress(bytes, encoding, maxBytes);
    return { status, headers, text: plain.toString("utf8") };
  };
}

const decompressors: Readonly<
  Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

async function decompress(bytes: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> {
  const own = decompressors[encoding.toLowerCase()];
  if (!own) throw new CallError("malformed", `the answer is encoded as ${encoding}`, { isTransient: false });
  try {
    return await own(bytes, { maxOutputLength });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxOutputLength);
    throw new CallError("malformed", "the answer cannot be decompressed", { cause, isTransient: false });
  }
}

export function timedOut(): CallError {
  return new CallError("timeout", "there was no answer in time", { isTransient: true });
}

function tooLarge(bytes: number): CallError {
  return new CallError("malformed", `the answer is larger than ${bytes} bytes`, { isTransient: false });
}

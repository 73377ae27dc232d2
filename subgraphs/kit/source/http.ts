/** What an upstream answered, read to the end. */
export interface HttpAnswer {
  /** Id of the upstream. */
  readonly source: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface HttpRequest<T> {
  /** Without the key, which only the innermost layer adds. */
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it costs against the upstream's limits. @default 1 */
  readonly weight?: number;
  /** Statuses beside 200 that `parse` understands. @default none */
  readonly accepts?: readonly number[];
  /** Turns the answer into what was asked; throws a SourceError when it is something else. */
  readonly parse: (answer: HttpAnswer) => T;
  /** Ends the call, whatever layer it is in. */
  readonly signal?: AbortSignal | undefined;
}

/** One layer of the way to an upstream, or all of them. @throws SourceError and nothing else */
export type Http = <T>(request: HttpRequest<T>) => Promise<T>;

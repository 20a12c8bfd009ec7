/** A call as a route receives it: the named parts of its path, and what came with it. */
export type Call = { readonly query: URLSearchParams; readonly body: unknown } & {
  readonly [part in 'app' | 'guild' | 'user' | 'id' | 'token' | 'message' | 'channel' | 'command']?: string;
};

/** One method and path of the REST interface; `open` ones need no bot token. */
export type Route = {
  readonly method: string;
  readonly path: string;
  readonly open?: boolean;
  run(call: Call): readonly [status: number, body?: unknown];
};

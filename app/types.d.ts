/// <reference types="@remix-run/dev" />
/// <reference types="@remix-run/node" />
import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }

  /** What server.ts knows of a request. Absent when the build runs elsewhere. */
  interface AppLoadContext {
    address?: string;
    requestId?: string;
    /** Waits until the caller has taken what was written so far: Remix itself writes as fast as a body can be read. */
    drained?: (signal: AbortSignal) => Promise<void>;
  }
}

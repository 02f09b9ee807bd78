import type { Method, Operation } from "../operation.server";

/** `own`: the dialects of api.md. `cal`: the shapes of Cal.com, in a document of their own, as both have the same addresses. */
export type DocumentName = "own" | "cal";

export type Operations = Partial<Record<Method, Operation>>;
export type Registered = {
  document: DocumentName;
  /** As OpenAPI writes it: `/api/v1/workspaces/{ws}`. */
  path: string;
  operations: Operations;
  isPublic: boolean;
  /** The versions of `cal-api-version` that it answers. */
  versions?: readonly string[];
};

const known = new Map<string, Registered>();

/** Every route tells its operations as it is loaded, so that no list of them has to be kept. */
export function register(entry: Registered) {
  known.set(`${entry.document} ${entry.path} ${entry.versions?.join() ?? ""}`, entry);
}

export function registered(document: DocumentName): Registered[] {
  return [...known.values()].filter((entry) => entry.document === document);
}

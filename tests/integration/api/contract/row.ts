import type { Method } from "~/http/operation.server";
import type { World } from "../../rights/world";

/**
 * A call of one operation of an OpenAPI document that succeeds. The contract test makes it against a furnished workspace
 * and holds the answer against what the document says of it. Every operation has one or more, in `<area>-rows.ts` here:
 *
 *   export const teamRows: ContractRow[] = [
 *     ...at("/api/v1/workspaces/{ws}/teams", { ws: (world) => world.workspace.slug }, [
 *       ["GET", 200],
 *       ["POST", 201, { body: () => ({ name: "Field", slug: `field-${unique()}` }) }],
 *     ]),
 *   ];
 *
 * and the list is named once in `rows.ts`. What a call uses up is made anew by the function that names it: a row is called
 * again without credentials, and with an Idempotency-Key where it creates.
 */
export type ContractRow = Call & {
  /** As the document writes it. */
  path: string;
  method: Method;
  /** What it answers; one of those that the document says. */
  status: 200 | 201 | 202 | 204 | 303;
  /** What stands for each `{name}` in the path. */
  names: Names;
};

type Call = {
  /** Which document it is in; `own` where nothing is said. */
  document?: "own" | "cal";
  /** Who calls; the owner where nothing is said. */
  as?: keyof World["users"] | "nobody";
  query?: Given<Record<string, string>>;
  body?: Given<unknown>;
  headers?: Record<string, string>;
};

type Given<Value> = (world: World) => Value | Promise<Value>;
type Names = Record<string, Given<string>>;

/** Several calls of one path: `[method, status, what else]`. */
export function at(
  path: string,
  names: Names,
  calls: [method: Method, status: ContractRow["status"], call?: Call][],
): ContractRow[] {
  return calls.map(([method, status, call]) => ({ path, names, method, status, ...call }));
}

import { setTimeout as wait } from "node:timers/promises";
import type { Answer, Call, Route } from "../../fakes/routes";
import { type Grant, whoseAccessToken } from "../identity/grants";
import type { Account } from "../mailbox/types";
import { complain, type World } from "../world";
import { accessDenied, clientRequestId, errorAnswer, GraphError } from "./errors";
import { newGuid } from "../mailbox/ids";
import { type Preferences, readPreferences } from "./preferences";
import { meterMailbox } from "./traffic";

export type Context = { world: World; call: Call; account: Account; grant: Grant; preferences: Preferences };

export type GraphRoute = {
  name: string;
  method: string;
  path: string;
  /** One of these must have been granted. */
  scopes: string[];
  /** The parameters that the address may have. */
  query?: string[];
  /** Whether Exchange answers, which counts what is asked of a mailbox. */
  isMailbox?: boolean;
  handle(context: Context): Answer | Promise<Answer>;
};

const json = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

export function toRoute(world: World, route: GraphRoute): Route {
  return {
    name: route.name,
    method: route.method,
    path: `/v1.0${route.path}`,
    async handle(call) {
      try {
        return await answer(world, route, call);
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        return errorAnswer(world, call, error);
      }
    },
  };
}

async function answer(world: World, route: GraphRoute, call: Call): Promise<Answer> {
  const { account, grant } = whoseAccessToken(world, call.headers.authorization);
  call.account = account.email;
  if (route.isMailbox) meterMailbox(world, account, call.ended);
  const allowed = route.scopes.map((scope) => scope.toLowerCase());
  if (!grant.scopes.some((scope) => allowed.includes(scope.toLowerCase()))) throw accessDenied();
  checkQuery(world, route, call);
  const { preferences, applied } = readPreferences(world, call);
  if (route.isMailbox) watchIdType(world, account, preferences, call);
  if (route.isMailbox && world.latency > 0) await wait(world.latency);
  const given = await route.handle({ world, call, account, grant, preferences });
  return applied ? { ...given, headers: { ...given.headers, "preference-applied": applied } } : given;
}

function checkQuery(world: World, { query = [] }: GraphRoute, call: Call) {
  const known = query.map((name) => name.toLowerCase());
  const unknown = [...call.query.keys()].filter((name) => !known.includes(name.toLowerCase()));
  if (unknown.length === 0) return;
  if (!complain(world, `${call.method} ${call.path}: unknown query parameter ${unknown.join(", ")}`)) return;
  throw new GraphError(400, "ErrorInvalidUrlQuery", `The query parameter '${unknown[0]}' is not supported.`);
}

/** Ids of one kind can't be found by somebody who kept those of the other kind. */
function watchIdType(world: World, account: Account, { immutableIds }: Preferences, call: Call) {
  if (!/\/(events|calendarView|calendar)/i.test(call.path)) return;
  account.idTypes.add(immutableIds ? "immutable" : "movable");
  if (account.idTypes.size === 1) return;
  account.idTypes = new Set([immutableIds ? "immutable" : "movable"]);
  complain(world, `${call.method} ${call.path}: immutable ids are asked for in some calls and not in others`);
}

/** What every answer of Graph carries. */
export function finishGraph(answer: Answer, call: Call): Answer {
  if (!call.path.startsWith("/v1.0")) return answer;
  const type: Record<string, string> = typeof answer.body === "object" ? { "content-type": json } : {};
  const ids = { "request-id": newGuid(), "client-request-id": clientRequestId(call) };
  return { ...answer, headers: { ...type, ...ids, ...answer.headers } };
}

/** A parameter by its name, whichever way it is spelt. */
export function parameter(call: Call, name: string): string | null {
  for (const [key, value] of call.query) if (key.toLowerCase() === name.toLowerCase()) return value;
  return null;
}

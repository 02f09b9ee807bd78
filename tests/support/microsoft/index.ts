import { startFrame } from "../fakes/http-frame";
import type { Fault as FrameFault } from "../fakes/faults";
import { addAccount, type NewAccount } from "./accounts";
import { errorAnswer, faultAnswer, GraphError } from "./graph/errors";
import { finishGraph } from "./graph/graph-route";
import { type Consent, expireAccessTokens, findAccount, issueTokens, newGrant, revoke } from "./identity/grants";
import { oauthFault } from "./identity/oauth-errors";
import { messagePage } from "./identity/pages";
import { allDelivered, sendLifecycle } from "./pushes/deliver";
import { forgetQueue, isQueued } from "./pushes/queue";
import { allRoutes } from "./routes";
import { complain, createWorld, type Options, resetWorld } from "./world";

export type { AccountHandle } from "./accounts";
export type { CalendarHandle } from "./calendar-handle";

/** An answer of Microsoft's, by its code as it is to be spelt; or something that befalls the connection. */
type Fault =
  { status: number; code?: string; message?: string; retryAfter?: number } | Extract<FrameFault, { kind: string }>;

/**
 * Microsoft's identity platform and the part of Graph that has to do with calendars, on this machine and in memory.
 * Its settings (teams, duplicates, oldRefreshTokens and so on) are properties to be written.
 */
export async function startFakeMicrosoft(options: Options = {}) {
  const world = createWorld(options);
  const routes = allRoutes(world);
  const names = new Set(["*", ...routes.map(({ name }) => name)]);
  const frame = await startFrame({
    port: options.port,
    tls: options.tls,
    clock: world.clock,
    faults: world.faults,
    routes,
    refusal: (fault, call) =>
      call.path.startsWith("/v1.0") ? finishGraph(faultAnswer(world, call, fault), call) : oauthFault(world, fault),
    unknown(call) {
      complain(world, `${call.method} ${call.path}: there is no such address`);
      if (!call.path.startsWith("/v1.0")) return messagePage(404, "Not found", "This stand-in has no such page.");
      const text = `Resource not found for the segment '${call.path.split("/").at(-1)}'.`;
      return errorAnswer(world, call, new GraphError(400, "BadRequest", text));
    },
    finish: finishGraph,
  });
  world.url = frame.url;
  world.requests = frame.requests;
  const client = world.clients[0]!;

  return Object.assign(world, {
    env: {
      MICROSOFT_CLIENT_ID: client.id,
      MICROSOFT_CLIENT_SECRET: client.secret,
      MICROSOFT_LOGIN_URL: frame.url,
      MICROSOFT_GRAPH_URL: `${frame.url}/v1.0`,
    },
    addAccount: (given: NewAccount) => addAccount(world, given),
    /** Tokens without a consent page. */
    grant({ email, scopes, clientId = client.id }: { email: string; scopes: string[]; clientId?: string }) {
      const grant = world.grants.get(newGrant(world, findAccount(world, email), clientId, scopes))!;
      return issueTokens(world, grant);
    },
    consent: (next: Consent) => void world.consents.push(next),
    revoke: (email: string) => revoke(world, email),
    expireAccessTokens: (email: string) => expireAccessTokens(world, email),
    fail(route: string, fault: Fault, times = 1) {
      if (!names.has(route)) throw new Error(`The fake has no route ${route}, but ${[...names].sort().join(", ")}.`);
      world.faults.add(route, "kind" in fault ? fault : { ...fault, reason: fault.code }, times);
    },
    mostConcurrent: (email: string) => findAccount(world, email).traffic.most,
    /** Loses so many of the notifications: 1 is all of them. */
    dropPushes: (rate: number) => void (world.pushLoss = { rate, count: 0 }),
    sendLifecycle: (id: string, event: "missed" | "subscriptionRemoved" | "reauthorizationRequired") =>
      sendLifecycle(world, id, event),
    /** Waits until every notification was tried once. */
    async pushed() {
      while (isQueued(world)) await new Promise((resolve) => setTimeout(resolve, 5));
      await allDelivered(world);
    },
    reset() {
      forgetQueue(world);
      resetWorld(world);
    },
    async stop() {
      forgetQueue(world);
      await frame.stop();
    },
  });
}

export type FakeMicrosoft = Awaited<ReturnType<typeof startFakeMicrosoft>>;

import { createHash } from "node:crypto";
import { createFaults, type Fault } from "../fakes/faults";
import { startFrame } from "../fakes/http-frame";
import { createClock } from "../fakes/virtual-clock";
import { accountHandle, listCalendar } from "./handles";
import { ACCESS_SECONDS, consentTo, issueAccess, issueRefresh } from "./oauth/grants";
import { refusalAnswer } from "./refusals";
import { routesOf } from "./routes";
import { fullNames } from "./scopes";
import { type Account, accountOf, type Consent, createWorld, type Options } from "./world";

export type { GoogleEvent } from "./world";

/** Google as far as a scheduling product needs it, in memory, on this machine. */
export async function startFakeGoogle(options: Options = {}) {
  const clock = createClock();
  const faults = createFaults();
  const world = createWorld(clock, options);
  const frame = await startFrame({
    port: options.port,
    clock,
    faults,
    routes: routesOf(world),
    refusal: refusalAnswer,
    unknown(call) {
      world.complaints.push(`there is no ${call.method} ${call.path}`);
      return refusalAnswer({ status: 404, reason: "notFound" }, call);
    },
  });
  world.url = frame.url;
  const client = world.clients[0]!;

  return {
    url: frame.url,
    clock,
    requests: frame.requests,
    /** What to start our app with. */
    env: {
      GOOGLE_CLIENT_ID: client.id,
      GOOGLE_CLIENT_SECRET: client.secret,
      GOOGLE_AUTH_URL: `${frame.url}/o/oauth2/v2/auth`,
      GOOGLE_TOKEN_URL: `${frame.url}/token`,
      GOOGLE_REVOKE_URL: `${frame.url}/revoke`,
      GOOGLE_API_URL: frame.url,
      GOOGLE_PEOPLE_URL: frame.url,
      GOOGLE_USERINFO_URL: `${frame.url}/oauth2/v3/userinfo`,
    },
    addAccount(wish: { email: string; name?: string; timeZone?: string; sub?: string }) {
      const email = wish.email.toLowerCase();
      const account: Account = {
        email,
        name: wish.name ?? email.split("@")[0]!,
        sub: wish.sub ?? String(BigInt(`0x${createHash("sha256").update(email).digest("hex").slice(0, 17)}`)),
        timeZone: wish.timeZone ?? "UTC",
        entries: new Map(),
        listChanges: 0,
        contacts: { people: [], warm: null },
        otherContacts: { people: [], warm: null },
      };
      world.accounts.set(email, account);
      listCalendar(world, account, { id: email, summary: email }, true);
      return accountHandle(world, account);
    },
    /** Tokens as after a consent, without its page. */
    grant({ email, clientId = client.id, scopes }: { email: string; clientId?: string; scopes: string[] }) {
      const granted = { email: accountOf(world, email).email, clientId, scopes: fullNames(scopes) };
      consentTo(world, granted.email, clientId, granted.scopes);
      const [accessToken, refreshToken] = [issueAccess(world, granted), issueRefresh(world, granted)];
      return { accessToken, refreshToken, expiresIn: ACCESS_SECONDS, scope: granted.scopes.join(" ") };
    },
    /** What the next authorise request comes to, without its page. Several wait in a row. */
    consent(next: Consent) {
      world.consents.push(next);
    },
    fail(route: string, fault: Fault, times = 1) {
      faults.add(route, fault, times);
    },
    get complaints() {
      return world.complaints;
    },
    get sentInvitations() {
      return world.invitations;
    },
    get meet() {
      return world.meet;
    },
    get pages() {
      return world.pages;
    },
    get quota() {
      return world.quota;
    },
    get people() {
      return world.people;
    },
    get pushes() {
      return world.pushes;
    },
    /** Loses this part of the messages, from 0 to 1. */
    dropPushes(rate: number) {
      world.dropRate = rate;
    },
    /** Once every message under way has arrived, or failed for good. */
    async settled() {
      while (world.flying.size > 0) await Promise.all(world.flying);
    },
    reset() {
      const { url } = world;
      Object.assign(world, createWorld(clock, options), { url });
      clock.reset();
      faults.clear();
      frame.requests.length = 0;
    },
    stop: () => frame.stop(),
  };
}

export type FakeGoogle = Awaited<ReturnType<typeof startFakeGoogle>>;

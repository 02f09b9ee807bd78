import { createCookie, redirect } from "@remix-run/node";
import { env } from "~/env.server";
import { endSessions } from "~/domain/accounts/end-sessions.server";
import { findSession, lifetime, type SignedIn } from "~/domain/accounts/sessions.server";

const secure = env.APP_URL.startsWith("https:");
const common = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;

/** A cookie that no neighbouring site can set; its name on https says so to the browser. */
export function ownCookie(name: string) {
  return { name: secure ? `__Host-${name}` : name, ...common };
}

const sessionCookie = createCookie(ownCookie("meridian").name, {
  ...common,
  maxAge: lifetime.browser / 1000,
});

/** Shown once, after the next redirect. */
const noticeCookie = createCookie("notice", { ...common, maxAge: 60, secrets: [env.SESSION_SECRET] });

export type Notice = { kind: "ok" | "info" | "wait" | "stop"; text: string; link?: { href: string; label: string } };

export async function readSession(request: Request, now: number): Promise<SignedIn | null> {
  const token: unknown = await sessionCookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && token ? findSession(token, "browser", now) : null;
}

export function sessionHeader(token: string) {
  return sessionCookie.serialize(token);
}

/** The cookie of a session that just began. The one that this browser had before ends with it. */
export async function replaceSession(request: Request, token: string) {
  const former = await readSession(request, Date.now());
  if (former) await endSessions({ userId: former.user.id, which: { only: former.sessionId } });
  return sessionHeader(token);
}

export function endSessionHeader() {
  return sessionCookie.serialize("", { maxAge: 0 });
}

/** Redirects with 303 after a change, with the words that the next page shows under its heading. */
export async function redirectWith(notice: Notice, to: string, headers = new Headers()) {
  headers.append("Set-Cookie", await noticeCookie.serialize(notice));
  return redirect(to, { status: 303, headers });
}

/** The waiting notice, and the header that takes it away. */
export async function takeNotice(request: Request): Promise<{ notice: Notice; header: string } | null> {
  const notice = (await noticeCookie.parse(request.headers.get("Cookie"))) as Notice | null;
  return notice?.text ? { notice, header: await noticeCookie.serialize("", { maxAge: 0 }) } : null;
}

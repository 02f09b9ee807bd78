/** Who asks, in the order in which tables name them. `deactivated` was an admin; `stranger` owns another workspace. */
export const people = ["nobody", "client", "member", "admin", "owner", "stranger", "deactivated"] as const;
export type Person = (typeof people)[number];

/**
 * A status, or where whoever is not let in is sent: to the sign-in, or to making a workspace where they are in none. "ok" is
 * what the row says.
 */
export type Answer =
  ("ok" | "login" | "no workspace" | "dashboard" | "bookings" | "sessions" | "front page") | 401 | 403 | 404 | 409;
type Answers = Record<Person, Answer>;

function row(...answers: Answer[]): Answers {
  return Object.fromEntries(people.map((person, index) => [person, answers[index]!])) as Answers;
}

const no = "no workspace" as const;

/** What each of them is answered. A page without a workspace in its path is that of one's own. */
export const guards = {
  //                             nobody   client member admin owner stranger deactivated
  "page for everybody": row("ok", "ok", "ok", "ok", "ok", "ok", "ok"),
  "page of visitors": row("ok", "dashboard", "dashboard", "dashboard", "dashboard", "dashboard", "dashboard"),
  "page of who is signed in": row("front page", "ok", "ok", "ok", "ok", "ok", "ok"),
  "page of an account": row("login", "ok", "ok", "ok", "ok", "ok", "ok"),
  /** A form that names our workspace. */
  "page choosing ours": row("login", "ok", "ok", "ok", "ok", 404, 404),
  "page of any member": row("login", "ok", "ok", "ok", "ok", "ok", no),
  "page of hosts": row("login", 403, "ok", "ok", "ok", "ok", no),
  /** Hosts have a page of their own in its stead. */
  "page of clients": row("login", "ok", "bookings", "bookings", "bookings", "bookings", no),
  "form of clients": row("login", "ok", 403, 403, 403, 403, no),
  /** Clients have one in its stead. */
  "day of hosts": row("login", "sessions", "ok", "ok", "ok", "ok", no),
  "page about a coach": row("login", "ok", "ok", "ok", "ok", 404, no),
  "page of admins": row("login", 403, 403, "ok", "ok", "ok", no),
  /** Something of the owner's in their workspace, which every host may look at. */
  "page about our own": row("login", 403, "ok", "ok", "ok", 404, no),
  "page about our own, for admins": row("login", 403, 403, "ok", "ok", 404, no),
  /** The same, where it does not exist for a colleague. */
  "page about the owner's": row("login", 403, 404, "ok", "ok", 404, no),
  "page about a member, for admins": row("login", 404, 404, "ok", "ok", 404, no),
  "page about the member's": row("login", 403, "ok", "ok", "ok", 404, no),
  /** The same, where any role may have one. */
  "page about what is the owner's alone": row("login", 404, 404, 404, "ok", 404, no),
  "page about nobody else's": row("login", 403, 404, 404, "ok", 404, no),

  "call for everybody": row("ok", "ok", "ok", "ok", "ok", "ok", "ok"),
  "call of an account": row(401, "ok", "ok", "ok", "ok", "ok", "ok"),
  "call of any member": row(401, "ok", "ok", "ok", "ok", 404, 404),
  "call of hosts": row(401, 403, "ok", "ok", "ok", 404, 404),
  /** Without a workspace in its path: in one's own. */
  "call of any member in their own": row(401, "ok", "ok", "ok", "ok", "ok", 409),
  "call of hosts in their own": row(401, 403, "ok", "ok", "ok", "ok", 409),
  "call of clients in their own": row(401, "ok", 403, 403, 403, 403, 409),
  /** In whatever workspace of theirs. */
  "call about the client's session": row(401, "ok", 404, "ok", "ok", 404, 404),
  "call about the client's session, for hosts": row(401, 403, 404, "ok", "ok", 404, 404),
  "call about a client, for themselves and admins": row(401, "ok", 403, "ok", "ok", 404, 404),
  "call of admins": row(401, 403, 403, "ok", "ok", 404, 404),
  "call about the owner's": row(401, 403, 404, "ok", "ok", 404, 404),
  "call about what is the owner's alone": row(401, 404, 404, 404, "ok", 404, 404),
  /** The same, where it does not exist for whoever may have none. */
  "call about the owner's webhook": row(401, 404, 404, "ok", "ok", 404, 404),
  "call about nobody else's": row(401, 403, 404, 404, "ok", 404, 404),
} as const satisfies Record<string, Answers>;

export type Guard = keyof typeof guards;

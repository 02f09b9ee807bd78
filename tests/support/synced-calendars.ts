import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { calendarConnections, calendarEvents } from "~db/schema";
import { keepGrant } from "~/domain/calendars/access.server";
import { syncCalendar } from "~/domain/calendars/sync.server";
import { createCalendarAccount, createConnection, createEventType, createWorkspace, unique } from "./factories";
import type { FakeGoogle } from "./google";
import type { FakeMicrosoft } from "./microsoft";

type Connection = typeof calendarConnections.$inferSelect;
type Given = Partial<typeof calendarConnections.$inferInsert>;

const scopes = {
  google: ["calendar.events", "calendar.calendarlist.readonly", "calendar.freebusy", "openid", "email"],
  microsoft: ["offline_access", "openid", "email", "profile", "User.Read", "Calendars.ReadWrite"],
};

/** A host with one event type and a Google calendar that was never read. */
export async function googleHost(google: FakeGoogle, given: Given = {}) {
  const account = google.addAccount({ email: `${unique()}@example.com`, timeZone: given.timezone ?? "Europe/Oslo" });
  const tokens = google.grant({ email: account.email, scopes: scopes.google });
  const host = await connected("google", account.primary.id, { email: account.email, ...tokens }, given);
  return { ...host, account, calendar: account.primary };
}

/** The same in a Microsoft mailbox. */
export async function microsoftHost(microsoft: FakeMicrosoft, given: Given = {}) {
  const account = microsoft.addAccount({
    email: `${unique()}@example.com`,
    timeZone: given.timezone ?? "Europe/Berlin",
  });
  const tokens = microsoft.grant({ email: account.email, scopes: scopes.microsoft });
  const { accessToken, refreshToken, expiresIn } = tokens;
  const grant = { email: account.email, accessToken, refreshToken: refreshToken!, expiresIn };
  const host = await connected("microsoft", account.defaultCalendar.id, grant, given);
  return { ...host, account, calendar: account.defaultCalendar };
}

type Tokens = { email: string; accessToken: string; refreshToken: string; expiresIn: number };

async function connected(provider: Connection["provider"], calendarId: string, tokens: Tokens, given: Given) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const { email, accessToken, refreshToken, expiresIn } = tokens;
  const account = await createCalendarAccount(workspace, owner, { provider, email, subject: email });
  const grant = { accessToken, refreshToken, expiresAt: Date.now() + expiresIn * 1000, scopes: scopes[provider] };
  await db.transaction((tx) => keepGrant(tx, { workspaceId: workspace.id, accountId: account.id }, grant));
  const columns = {
    provider,
    calendarId,
    accountId: account.id,
    timezone: "Europe/Oslo",
    lastSyncedAt: null,
    ...given,
  };
  const connection = await createConnection(workspace, owner, columns);
  const key = { workspaceId: workspace.id, connectionId: connection.id };
  return {
    workspace,
    owner,
    eventType,
    connection,
    key,
    sync: (now = Date.now(), appUrl?: string) => syncCalendar(key, now, appUrl),
    blocks: () => blocksOf(connection),
    row: () => rowOf(connection),
  };
}

/** Another calendar of a host's account. */
export async function secondCalendar(
  host: Awaited<ReturnType<typeof connected>>,
  calendarId: string,
  given: Given = {},
) {
  const { accountId, provider, timezone } = host.connection;
  const connection = await createConnection(host.workspace, host.owner, {
    ...{ accountId, provider, timezone, calendarId, lastSyncedAt: null },
    ...given,
  });
  const key = { workspaceId: host.workspace.id, connectionId: connection.id };
  return { connection, key, sync: (now = Date.now()) => syncCalendar(key, now), blocks: () => blocksOf(connection) };
}

/** What a calendar holds, as "2026-11-23T09:00Z – 2026-11-23T10:00Z". */
export async function blocksOf({ workspaceId, id }: Pick<Connection, "workspaceId" | "id">): Promise<string[]> {
  const edge = (which: "lower" | "upper") =>
    sql<string>`to_char(${sql.raw(which)}(${calendarEvents.during}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')`;
  const rows = await db
    .select({ from: edge("lower"), to: edge("upper") })
    .from(calendarEvents)
    .where(and(eq(calendarEvents.workspaceId, workspaceId), eq(calendarEvents.connectionId, id)))
    .orderBy(asc(sql`lower(${calendarEvents.during})`));
  return rows.map(({ from, to }) => `${from} – ${to}`);
}

async function rowOf({ workspaceId, id }: Connection): Promise<Connection> {
  const [row] = await db
    .select()
    .from(calendarConnections)
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.id, id)));
  return row!;
}

import { json } from "@remix-run/node";
import { finishConnecting } from "~/domain/calendars/finish-connecting.server";
import { startConnecting } from "~/domain/calendars/connect.server";
import type { ProviderName } from "~/integrations/calendar-provider";
import { connectRefusal, notRegisteredWords } from "./connect-refusal.server";
import { problem } from "./problem.server";

type Begin = { workspaceId: string; userId: string; provider: ProviderName; redirectUri: string; now: number };

/** As CultureBridge's addresses name the providers. */
export function providerOfPath(name: string | undefined): ProviderName | null {
  return name === "google" ? "google" : name === "outlook" ? "microsoft" : null;
}

/** A program never asks for contacts: that is chosen where its owner sees what it means. */
const wishes = { searchContacts: false, saveContacts: false };

export async function beginForProgram(begin: Begin): Promise<Response> {
  const started = await startConnecting({ ...begin, sessionId: null, wishes });
  if (!started.ok) return problem(409, notRegisteredWords(begin.provider));
  return json({ auth_url: started.url, state: started.state });
}

type Finish = Omit<Begin, "redirectUri"> & { sessionId: string | null; code: string; state: string };

/** The connection that came of it, and for how long the provider lets us in by what it gave, in seconds; or thrown, why none did. */
export async function finishForProgram(finish: Finish): Promise<{ id: string; expiresIn: number }> {
  const finished = await finishConnecting({ ...finish, takesDefault: true });
  if (!finished.ok) {
    const { status, text } = connectRefusal(finished, finish.provider);
    throw problem(status, text, {}, status === 503 ? { "Retry-After": "60" } : {});
  }
  return { id: finished.connectionId!, expiresIn: Math.max(0, Math.round((finished.expiresAt - finish.now) / 1000)) };
}

import { createOneTimeLink } from "~/domain/links/create-one-time-link.server";
import { OneTimeInput } from "~/domain/links/one-time-input";
import { findOneTimeLink } from "~/domain/links/one-time-links.server";
import { now, type office } from "../../support/orders";

type Office = Awaited<ReturnType<typeof office>>;
/** The role of an office's host. */
export const owner = "owner" as const;
export const hour = 60 * 60 * 1000;

export function ask({ workspace, owner: host, eventType }: Office, given: object = {}, order: object = {}) {
  const input = OneTimeInput.parse({ recipient_email: "mei@example.org", ...given });
  const wanted = { eventTypeId: eventType.id };
  return createOneTimeLink({ workspace, host, role: owner, wanted, input, locale: "en", now, ...order });
}

export async function made(place: Office, given: object = {}, order: object = {}) {
  const result = await ask(place, given, order);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

export async function found({ workspace, owner: host }: Office, id: string, at = now) {
  return (await findOneTimeLink({
    workspaceId: workspace.id,
    viewer: { userId: host.id, role: owner },
    id,
    now: at,
  }))!;
}

export function renewal({ workspace, owner: host }: Office, id: string, sendsMail = false) {
  return { workspace, host, role: owner, id, sendsMail, locale: "en", now };
}

export function revocation({ workspace, owner: host }: Office, id: string) {
  return { workspaceId: workspace.id, member: { userId: host.id, role: owner }, id, now };
}

import { providerNames } from "~/domain/providers";
import type { Finished } from "~/domain/calendars/finish-connecting.server";
import type { ProviderName } from "~/integrations/calendar-provider";

type Refusal = Extract<Finished, { ok: false }>;

/** Why an account was not connected, in words for its owner, and the status of a call that hears of it. */
export function connectRefusal(refusal: Refusal, provider: ProviderName): { status: number; text: string } {
  const name = providerNames[provider];
  switch (refusal.reason) {
    case "not_registered":
      return { status: 409, text: notRegisteredWords(provider) };
    case "unknown_state":
      return {
        status: 400,
        text: `That answer of ${name} was used before, or belongs to another browser or person. Nothing was connected. Begin again.`,
      };
    case "expired_state":
      return { status: 400, text: `That took longer than ten minutes. Nothing was connected. Begin again.` };
    case "not_a_member":
      return { status: 409, text: "You are no longer a member of that workspace. Nothing was connected." };
    case "missing_scopes":
      return {
        status: 409,
        text: `${name} did not let us ${sentenceOf(refusal.missing)}. Nothing was connected. Begin again, and leave every box ticked.`,
      };
    case "other_account":
      return {
        status: 409,
        text: `You signed in at ${name} as ${refusal.got}, and it is ${refusal.expected} that needs a new sign-in. Nothing was changed.`,
      };
    case "no_calendar":
      return { status: 409, text: `That account has no calendar at ${name}. Nothing was connected.` };
    case "provider":
      return providerRefusal(refusal.failure.kind, name);
  }
}

export function notRegisteredWords(provider: ProviderName): string {
  return `This instance is not registered with ${providerNames[provider]} yet. Its operator does that once.`;
}

/** What `error` in the provider's redirect means. */
export function consentRefusal(error: string, provider: ProviderName): string {
  const name = providerNames[provider];
  if (error === "access_denied") return `You did not say yes at ${name}. Nothing was connected.`;
  if (error === "consent_required" || error === "interaction_required" || error === "admin_policy_enforced")
    return `Your organisation decides at ${name} which apps are let in. Ask its administrator, then begin again. Nothing was connected.`;
  return `${name} did not finish the sign-in. Nothing was connected. Begin again.`;
}

function providerRefusal(kind: string, name: string) {
  if (kind === "later")
    return {
      status: 503,
      text: `${name} does not answer at the moment. Nothing was connected. Begin again in a while.`,
    };
  if (kind === "operator")
    return {
      status: 409,
      text: `${name} does not accept this instance's own registration. Nothing was connected. Its operator has to look at it.`,
    };
  return { status: 400, text: `${name} did not accept its own answer any more. Nothing was connected. Begin again.` };
}

/** "see your calendars, and write to them" */
function sentenceOf(parts: string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Why a calendar is not read now. */
export const syncRefusals = {
  needs_reconnect: "The provider no longer accepts our sign-in. Connect the account again first.",
  sync_is_off: "This calendar is not kept in sync. Turn that on first.",
};

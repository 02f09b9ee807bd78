import type { User } from "~/domain/accounts/account";
import { providerNames, type ProviderName } from "~/domain/providers";
import type { NotBack } from "./provider-sign-in.server";
import type { Notice } from "./session.server";

/** What the next page says after a way to a provider. */
export function notBackWords(provider: ProviderName, { reason, said }: NotBack): Notice {
  const name = providerNames[provider];
  const words: Record<NotBack["reason"], string> = {
    elsewhere: "That sign-in began in another browser, or another one was begun after it. Start again here.",
    ended: "That sign-in took longer than ten minutes, or was used already. Start again.",
    denied: `You did not let ${name} tell us who you are, so nothing has happened. You can try again, or use your password.`,
    failed: `${name} did not tell us who you are, so nothing has happened. Try again in a moment.`,
  };
  const more = said && reason === "failed" ? ` If it stays so, tell whoever runs this instance: ${said}.` : "";
  return { kind: reason === "denied" ? "info" : "stop", text: words[reason] + more };
}

export function newAccountWords({ email, emailVerifiedAt, timezone }: User, isZoneKnown: boolean): Notice {
  const sentences = [
    "Your account is ready.",
    ...(emailVerifiedAt ? [] : [`A mail to ${email} asks you to verify the address.`]),
    ...(isZoneKnown ? [] : [`Its time zone is ${timezone}: you can choose another one in the settings.`]),
  ];
  return { kind: "ok", text: sentences.join(" ") };
}

export function notSetUp(provider: ProviderName): Notice {
  return { kind: "info", text: `Nobody can sign in with ${providerNames[provider]} here: it is not set up.` };
}

export function noAddress(provider: ProviderName): Notice {
  const name = providerNames[provider];
  const text = `${name} tells us no email address of yours. Create an account with a password, and link ${name} to it in your settings.`;
  return { kind: "stop", text };
}

export function elsewhereLinked(provider: ProviderName): Notice {
  const name = providerNames[provider];
  const text = `This ${name} account signs in to another account here. Sign in with it, and unlink it there first.`;
  return { kind: "stop", text };
}

export const nothingWaits: Notice = {
  kind: "stop",
  text: "That took longer than ten minutes, or is done already. Start again.",
};

export function linkedWords(provider: ProviderName): Notice {
  return { kind: "ok", text: `${providerNames[provider]} is linked. From now on it signs you in.` };
}

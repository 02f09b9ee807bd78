import { resealTokens } from "~/domain/calendars/reseal.server";
import type { Resealed } from "~/domain/secrets.server";
import { resealWebhookSecrets } from "~/domain/webhooks/reseal-secrets.server";

/** Seals all that is kept sealed, calendars' tokens and webhooks' secrets, by the first of ENCRYPTION_KEYS, and says what was done. */
export async function rotateKeys(): Promise<Resealed> {
  const tokens = await resealTokens();
  const secrets = await resealWebhookSecrets();
  const counts = {
    sealed: tokens.sealed + secrets.sealed,
    current: tokens.current + secrets.current,
    lost: tokens.lost + secrets.lost,
  };
  console.log(wordsFor(counts));
  return counts;
}

function wordsFor({ sealed, current, lost }: Resealed) {
  const done = `${sealed} tokens are sealed anew, ${current} were sealed by the first key already.`;
  if (lost > 0)
    return `${done}\n${lost} cannot be opened by any of ENCRYPTION_KEYS. Their calendars have to be connected again, and their webhooks need another secret.`;
  return `${done}\nThe other keys of ENCRYPTION_KEYS are not needed any more.`;
}

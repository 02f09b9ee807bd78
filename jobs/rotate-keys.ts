import { resealTokens, type Resealed } from "~/domain/calendars/reseal.server";

/** Seals all stored tokens by the first of ENCRYPTION_KEYS, and says what was done. */
export async function rotateKeys(): Promise<Resealed> {
  const counts = await resealTokens();
  console.log(wordsFor(counts));
  return counts;
}

function wordsFor({ sealed, current, lost }: Resealed) {
  const done = `${sealed} tokens are sealed anew, ${current} were sealed by the first key already.`;
  if (lost > 0)
    return `${done}\n${lost} cannot be opened by any of ENCRYPTION_KEYS. Their accounts have to be connected again.`;
  return `${done}\nThe other keys of ENCRYPTION_KEYS are not needed any more.`;
}

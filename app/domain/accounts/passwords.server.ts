import { hash, verify } from "@node-rs/argon2";

/** Argon2id with OWASP's parameters: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Checked where there is no account, so that an unknown address takes as long as a wrong password. */
const nobodys = hash("no account has this password", parameters);

export function hashPassword(password: string) {
  return hash(normal(password), parameters);
}

/** False for an account without a password, and for no account at all, after the same time. */
export async function isPassword(password: string, passwordHash: string | null | undefined) {
  const matches = await verify(passwordHash ?? (await nobodys), normal(password));
  return matches && !!passwordHash;
}

// The same letters come in different bytes from different keyboards.
function normal(password: string) {
  return password.normalize("NFKC");
}

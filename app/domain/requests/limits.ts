/** How much of something somebody may do within so many seconds. */
export type Limit = { points: number; seconds: number };

/** Every limit there is. `RATE_LIMIT_SCALE` multiplies them all. */
export const limits = {
  /** Of a caller without an account, by address. */
  "address.read": { points: 600, seconds: 60 },
  "address.change": { points: 120, seconds: 60 },
  /** Of an account, by whatever it is signed in with. */
  "account.read": { points: 1200, seconds: 60 },
  "account.change": { points: 300, seconds: 60 },
  "key.read": { points: 600, seconds: 60 },
  "key.change": { points: 150, seconds: 60 },
  /** Tokens and keys that are not right, by address. */
  "credentials.wrong": { points: 60, seconds: 600 },
  /** Sign-ins that fail: for one account from one address, for one account, and from one address. */
  "sign-in.here": { points: 10, seconds: 900 },
  "sign-in.account": { points: 100, seconds: 3600 },
  "sign-in.address": { points: 100, seconds: 3600 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** What is left of a limit, and in how many seconds it begins anew. */
export type Allowance = { limit: number; remaining: number; resetsIn: number };
export type Verdict = Allowance & { isOver: boolean };

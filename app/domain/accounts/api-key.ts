/** `read`: it may look, and change nothing. */
export const scopes = ["read", "write"] as const;
export type Scope = (typeof scopes)[number];

/** How every key begins, so that a program that searches for lost secrets knows it. */
export const keyPrefix = "mrd_";

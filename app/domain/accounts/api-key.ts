import { z } from "zod";
import { line } from "../fields";

/** `read`: it may look, and change nothing. */
export const scopes = ["read", "write"] as const;
export type Scope = (typeof scopes)[number];

/** How every key begins, so that a program that searches for lost secrets knows it. */
export const keyPrefix = "mrd_";

/** Of one account at a time. */
export const mostKeys = 50;

export const ApiKeyInput = z.strictObject({
  name: line("The name", 80).describe("What uses it, so that you know it again."),
  scope: z.enum(scopes, { error: "Choose what the key may do: read or write." }),
});
export type ApiKeyInput = z.output<typeof ApiKeyInput>;

export type ApiKey = {
  id: string;
  name: string;
  scope: Scope;
  /** How its secret begins. */
  hint: string;
  lastUsedAt: Date | null;
  createdAt: Date;
};

import type { LoggedRequest } from "../fakes/http-frame";
import { createFaults } from "../fakes/faults";
import { createClock } from "../fakes/virtual-clock";
import type { DeltaToken } from "./graph/delta-tokens";
import type { Code, Consent, Grant } from "./identity/grants";
import type { Account } from "./mailbox/types";
import type { Invitation } from "./mailbox/invitations";
import type { Push, Subscription } from "./pushes/types";

export type Client = { id: string; secret: string; redirectUris: string[] };

export type Options = {
  port?: number;
  tls?: { key: string; cert: string };
  clients?: Client[];
  /** Graph itself takes https alone. */
  allowHttpPush?: boolean;
  /** Whether what Graph doesn't know is refused, and not noted alone. */
  strict?: boolean;
};

/** How it behaves where Microsoft's documents leave it open, or where it depends. Tests turn these. */
function usualSettings() {
  return {
    /** After how many answers without a link an online meeting has it, or that it never has, or can't be. */
    teams: { mode: "delayed" as "delayed" | "immediate" | "never" | "not_allowed", after: 1 },
    /** What a second creation with the same transactionId gets. */
    duplicates: "original" as "original" | "conflict",
    /** Whether the transactionId of a deleted event may be used again. */
    deletedTransactions: "free" as "free" | "taken",
    oldRefreshTokens: "valid" as "valid" | "dead",
    /** Whether a changed series is listed with its master, or as its occurrences alone. */
    seriesMasters: "listed" as "listed" | "missing",
    /** How codes and inner errors are spelt: Microsoft's back ends differ. */
    casing: "mixed" as "mixed" | "upper" | "lower",
    concurrency: { limit: 4, retryAfter: 1 },
    quota: { calls: 10_000, perMs: 600_000 },
    /** How long each call to a mailbox takes at least. */
    latency: 0,
    /** How long a receiver of pushes may take. */
    pushLimits: { handshakeMs: 10_000, acknowledgeMs: 3_000 },
  };
}

function emptyState() {
  return {
    accounts: new Map<string, Account>(),
    codes: new Map<string, Code>(),
    grants: new Map<string, Grant>(),
    consents: [] as Consent[],
    deltaTokens: new Map<string, DeltaToken>(),
    takenTransactions: new Set<string>(),
    subscriptions: new Map<string, Subscription>(),
    /** Every notification that left, with what became of it. */
    pushes: [] as Push[],
    /** Mails that Exchange sent because somebody was invited. */
    sentInvitations: [] as Invitation[],
    /** What a real Microsoft might have let pass, or refused without a word. */
    complaints: [] as string[],
    errorCount: 0,
    tokenCount: 0,
    pushLoss: { rate: 0, count: 0 },
  };
}

export function createWorld({ clients, allowHttpPush = false, strict = true }: Options) {
  const usual: Client[] = [{ id: "meridian-at-microsoft", secret: "microsoft-secret", redirectUris: [] }];
  return {
    url: "",
    strict,
    allowHttpPush,
    clients: clients ?? usual,
    /** Where nobody said which addresses a client has, every one will do. */
    checksRedirects: clients !== undefined,
    requests: [] as LoggedRequest[],
    clock: createClock(),
    faults: createFaults(),
    ...usualSettings(),
    ...emptyState(),
  };
}

export type World = ReturnType<typeof createWorld>;

export function resetWorld(world: World) {
  Object.assign(world, usualSettings(), emptyState());
  world.requests.length = 0;
  world.clock.reset();
  world.faults.clear();
}

/** Notes what the caller should not do; says whether it is to be refused as well. */
export function complain(world: World, complaint: string): boolean {
  world.complaints.push(complaint);
  return world.strict;
}

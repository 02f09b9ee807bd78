import { lookup, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress, writtenProblem } from "./public-address.server";
import { retryAfter } from "./retry-after.server";

type Sending = { url: string; headers: Record<string, string>; body: string };

/** `failure`: no answer came, and why, in a sentence. `retryAfter`: milliseconds that the other side asks for. */
export type Sent = { durationMs: number; body: string | null } & (
  { status: number; failure: null; retryAfter?: number } | { status: null; failure: string }
);

/** Milliseconds for everything: the name, the connection, and the answer. */
const patience = 15_000;
const longestAnswer = 4096;

/**
 * Posts to an address that somebody else gave us: to public addresses only, looked up at this very moment and connected to
 * as they were found, and to no other place that the answer may name. Never throws.
 */
export async function sendWebhook({ url, headers, body }: Sending): Promise<Sent> {
  const began = performance.now();
  const answered = await post(new URL(url), headers, body).catch((error: unknown) => ({
    status: null,
    failure: sentence(error),
    body: null,
  }));
  return { ...answered, durationMs: Math.round(performance.now() - began) };
}

async function post(url: URL, headers: Record<string, string>, body: string) {
  const problem = writtenProblem(url);
  if (problem) throw new Refused(problem);
  const signal = AbortSignal.timeout(patience);
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method: "POST",
      headers: { ...fixedHeaders, ...headers, "content-length": Buffer.byteLength(body) },
      lookup: publicLookup,
      // A connection that is kept would be one to an address that was looked up before.
      agent: false,
      signal,
    });
    request.on("response", resolve).on("error", reject);
    request.end(body);
  });
  const text = await readSome(answer).finally(() => answer.destroy());
  const wait = retryAfter(answer.headers["retry-after"]);
  return { status: answer.statusCode!, failure: null, body: text, ...(wait && { retryAfter: wait }) };
}

const fixedHeaders = {
  "content-type": "application/json",
  "user-agent": "Meridian-Webhooks/1.0",
  accept: "*/*",
  "accept-encoding": "identity",
};

/** Connects to what it finds and to nothing else; it is not asked where the host is an address itself. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "");
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address))) {
      return done(new Refused("The address leads to a private or local network."), "");
    }
    const [first] = found as [LookupAddress];
    if (options.all) (done as unknown as (error: null, found: LookupAddress[]) => void)(null, found);
    else done(null, first.address, first.family);
  });
};

/** The beginning of an answer, as text that can be kept. Its status counts, also where the rest of it never comes. */
async function readSome(answer: http.IncomingMessage) {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= longestAnswer) break;
    }
  } catch {
    // What was read until it broke off is kept.
  }
  return Buffer.concat(chunks).subarray(0, longestAnswer).toString("utf8").replaceAll("\u0000", "");
}

class Refused extends Error {}

function sentence(error: unknown) {
  if (error instanceof Refused) return error.message;
  const { code = "", name, message } = error as NodeJS.ErrnoException;
  if (name === "AbortError" || name === "TimeoutError") return `No answer came within ${patience / 1000} seconds.`;
  return (
    failures.find(([codes]) => codes.test(code))?.[1] ?? `The connection failed: ${(code || message).slice(0, 200)}.`
  );
}

const failures: [codes: RegExp, sentence: string][] = [
  [/^(ENOTFOUND|EAI_AGAIN|ENODATA)$/, "The name of the address is not known."],
  [/^ECONNREFUSED$/, "Nothing answers at the address."],
  [/^(ECONNRESET|EPIPE)$/, "The connection was broken off."],
  [/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, "The address could not be reached."],
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|^EPROTO$/, "The certificate of the address is not valid."],
];

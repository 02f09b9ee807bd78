import { createEmulator } from "emulate";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { freePort } from "./processes";

type Provider = "google" | "microsoft";
type Answer = { status: number; body: object };
type Person = { email: string; name: string; email_verified?: boolean };

const client = { id: "meridian", secret: "the-secret-of-meridian" };

/**
 * Sign-in with Google and Microsoft as somebody else has rebuilt it, each behind a door of ours that notes what was asked
 * and can give another answer in place of theirs. `people` have an account at both. What the app reads of them is set here:
 * its modules are imported after it.
 */
export async function startSignIn(appUrl: string, people: Person[]) {
  const [google, microsoft] = await Promise.all([open("google", appUrl, people), open("microsoft", appUrl, people)]);
  Object.assign(process.env, {
    GOOGLE_CLIENT_ID: client.id,
    GOOGLE_CLIENT_SECRET: client.secret,
    GOOGLE_AUTH_URL: `${google.url}/o/oauth2/v2/auth`,
    GOOGLE_TOKEN_URL: `${google.url}/oauth2/token`,
    GOOGLE_USERINFO_URL: `${google.url}/oauth2/v2/userinfo`,
    MICROSOFT_CLIENT_ID: client.id,
    MICROSOFT_CLIENT_SECRET: client.secret,
    MICROSOFT_LOGIN_URL: microsoft.url,
    MICROSOFT_GRAPH_URL: `${microsoft.url}/v1.0`,
  });
  return {
    google,
    microsoft,
    async stop() {
      await Promise.all([google.stop(), microsoft.stop()]);
    },
  };
}

async function open(service: Provider, appUrl: string, users: Person[]) {
  const registered = {
    client_id: client.id,
    client_secret: client.secret,
    name: "Meridian",
    redirect_uris: [`${appUrl}/auth/${service}/callback`],
  };
  const seed = { [service]: { users, oauth_clients: [registered] } };
  const emulator = await createEmulator({ service, port: await freePort(), seed });
  const door = {
    /** Given in place of the next answers to `POST .../token` and to who it was. */
    tokens: [] as Answer[],
    infos: [] as Answer[],
    asked: [] as { path: string; form: URLSearchParams }[],
  };

  async function pass(request: IncomingMessage, response: ServerResponse) {
    // The rebuilt Microsoft knows no tenant.
    const path = request.url!.replace(/^\/common\//, "/");
    const text = await read(request);
    door.asked.push({ path, form: new URLSearchParams(text) });
    const instead = (/\/token$/.test(path) ? door.tokens : /userinfo$/.test(path) ? door.infos : []).shift();
    if (instead) return give(response, instead.status, JSON.stringify(instead.body), "application/json");
    const { authorization = "", "content-type": type = "" } = request.headers;
    const answer = await fetch(emulator.url + path, {
      method: request.method,
      headers: { ...(authorization && { authorization }), ...(type && { "content-type": type }) },
      body: request.method === "POST" ? text : null,
      redirect: "manual",
    });
    const location = answer.headers.get("location");
    give(response, answer.status, await answer.text(), answer.headers.get("content-type") ?? "text/plain", location);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    door,
    /** Whom a person chooses on the provider's page: answers where their browser is led back to. */
    async choose(page: string, email: string) {
      const shown = await fetch(page);
      const form = formOf(await shown.text(), email);
      const action = form.action.replace(/^\/oauth2\/v2\.0\//, "/common/oauth2/v2.0/");
      const answer = await fetch(url + action, { method: "POST", body: form.fields, redirect: "manual" });
      const back = answer.headers.get("location");
      if (!back?.startsWith(appUrl)) throw new Error(`${service} leads to ${back}: ${await answer.text()}`);
      return back;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}

/** The form of one person on the page where one chooses, with its hidden fields. */
function formOf(html: string, email: string) {
  for (const [, action = "", inside = ""] of html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)) {
    const hidden = [...inside.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)];
    const fields = new URLSearchParams(hidden.map(([, name = "", value = ""]) => [name, unescape(value)]));
    if (fields.get("email") === email) return { action, fields };
  }
  throw new Error(`${email} is not to be chosen on: ${html}`);
}

function unescape(text: string) {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function give(response: ServerResponse, status: number, body: string, type: string, location?: string | null) {
  response.writeHead(status, { "content-type": type, ...(location && { location }) }).end(body);
}

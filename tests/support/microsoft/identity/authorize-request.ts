import type { Answer, Call } from "../../fakes/routes";
import { complain, type World } from "../world";
import { messagePage } from "./pages";
import { readScopes } from "./scopes";

export type Asked = {
  clientId: string;
  redirectUri: string;
  state: string | null;
  scopes: string[];
  challenge: string | null;
  nonce: string | null;
  prompt: string | null;
  loginHint: string | null;
};

const known = [
  "client_id",
  "response_type",
  "redirect_uri",
  "response_mode",
  "scope",
  "state",
  "prompt",
  "login_hint",
  "domain_hint",
  "code_challenge",
  "code_challenge_method",
  "nonce",
];
const tenants = /^(common|organizations|consumers|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** What is wrong with the address itself is shown and not sent back: nobody knows whether it is a client at all. */
export function readAuthorization(world: World, call: Call, query: URLSearchParams): Asked | { refusal: Answer } {
  const refuse = (number: number, text: string) => ({ refusal: messagePage(400, `AADSTS${number}`, text) });
  const [clientId, redirectUri] = [query.get("client_id") ?? "", query.get("redirect_uri") ?? ""];
  if (!tenants.test(call.params.tenant ?? "")) return refuse(90002, `Tenant '${call.params.tenant}' not found.`);
  const client = world.clients.find(({ id }) => id === clientId);
  if (!client) return refuse(700016, `Application with identifier '${clientId}' was not found in the directory.`);
  const isOwn = world.checksRedirects ? client.redirectUris.includes(redirectUri) : URL.canParse(redirectUri);
  if (!isOwn)
    return refuse(50011, `The redirect URI '${redirectUri}' does not match those configured for the application.`);
  const unknown = [...query.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0 && complain(world, `authorize: unknown parameter ${unknown.join(", ")}`)) {
    return refuse(900144, `The fake knows no parameter ${unknown.join(", ")}.`);
  }
  if (query.get("response_type") !== "code") return refuse(700054, "The fake answers response_type 'code' alone.");
  if ((query.get("response_mode") ?? "query") !== "query")
    return refuse(900144, "The fake answers in the query alone.");
  const scopes = readScopes(query.get("scope") ?? "");
  if (!scopes) return refuse(70011, `The provided value for scope '${query.get("scope")}' is not valid.`);
  const challenge = query.get("code_challenge");
  if (challenge === null) complain(world, "authorize: no PKCE challenge");
  else if (query.get("code_challenge_method") !== "S256")
    return refuse(501491, "The code_challenge_method must be S256.");
  if (query.get("state") === null) complain(world, "authorize: no state");
  return {
    clientId,
    redirectUri,
    scopes,
    challenge,
    state: query.get("state"),
    nonce: query.get("nonce"),
    prompt: query.get("prompt"),
    loginHint: query.get("login_hint"),
  };
}

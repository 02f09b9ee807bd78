import type { Answer, Call } from "../../fakes/routes";
import { escapeHtml } from "../mailbox/bodies";
import type { Account } from "../mailbox/types";
import type { Asked } from "./authorize-request";
import { messagePage, page } from "./pages";
import { wordsOf } from "./scopes";

/** Who somebody is, and whether the app may do what it asks for. Two questions there, one page here. */
export function consentPage(call: Call, asked: Asked, accounts: Account[], error = ""): Answer {
  if (accounts.length === 0) return messagePage(400, "No account", "This stand-in has no account to choose from yet.");
  const chosen = accounts.find(({ email }) => email === asked.loginHint?.toLowerCase()) ?? accounts[0]!;
  const fields = call.method === "POST" ? call.form : call.query;
  const kept = [...fields].filter(([name]) => name !== "account" && name !== "decision");
  const app = new URL(asked.redirectUri).host;
  const content = `<h1>Let this app in?</h1>
<p>The app at <strong>${escapeHtml(app)}</strong> asks for access to an account. Nothing of this leaves your machine.</p>
${error ? `<p class="error" role="alert">${escapeHtml(error)}</p>` : ""}
<form method="post" action="${escapeHtml(call.path)}">
${kept.map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`).join("\n")}
<fieldset>
<legend>Account</legend>
${accounts.map((account) => choiceOf(account, account === chosen)).join("\n")}
</fieldset>
<h2>It would like to</h2>
<ul>
${asked.scopes.map((scope) => `<li>${escapeHtml(wordsOf(scope))}</li>`).join("\n")}
</ul>
<div class="deeds">
<button name="decision" value="cancel">Cancel</button>
<button class="main" name="decision" value="accept">Accept</button>
</div>
</form>`;
  return { status: 200, body: page("Let this app in?", content), headers: { "cache-control": "no-store" } };
}

function choiceOf({ email, name, isPersonal }: Account, isChosen: boolean) {
  const kind = isPersonal ? "personal account" : "work or school account";
  return `<label><input type="radio" name="account" value="${escapeHtml(email)}"${isChosen ? " checked" : ""} required>
<span><bdi>${escapeHtml(name)}</bdi><small>${escapeHtml(email)} · ${kind}</small></span></label>`;
}

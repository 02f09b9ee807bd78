import type { Answer } from "../../fakes/routes";
import { escapeHtml } from "../mailbox/bodies";

const styles = `
:root { color-scheme: light dark; --ground: #f2f2f2; --sheet: #fff; --ink: #1b1a19; --quiet: #5d5b58; --line: #8a8886; --deed: #0067b8; --on: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1a19; --sheet: #292827; --ink: #f3f2f1; --quiet: #c8c6c4; --line: #979593; --deed: #6cb8f6; --on: #10100f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 27.5rem; background: var(--sheet); padding: 2rem; border: 1px solid transparent; box-shadow: 0 2px 6px rgb(0 0 0 / .2); overflow-wrap: anywhere; }
.stand-in { display: inline-block; margin: 0 0 1rem; padding: .125rem .5rem; border: 1px dashed var(--line); font-size: .875rem; color: var(--quiet); }
h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.quiet { color: var(--quiet); font-size: .9375rem; }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; }
legend, h2 { font-size: 1rem; font-weight: 600; margin: 0 0 .25rem; padding: 0; }
label { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding: .5rem; border-bottom: 1px solid color-mix(in srgb, var(--line) 40%, transparent); cursor: pointer; }
label small { display: block; color: var(--quiet); font-size: .875rem; }
input { accent-color: var(--deed); width: 1.125rem; height: 1.125rem; flex: none; }
ul { margin: 0 0 1.5rem; padding-inline-start: 1.25rem; }
.deeds { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: flex-end; }
button { min-height: 2.75rem; min-width: 7rem; padding: .5rem 1rem; font: inherit; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; }
button.main { background: var(--deed); border-color: var(--deed); color: var(--on); }
:focus-visible { outline: 3px solid var(--deed); outline-offset: 2px; }
.error { color: var(--ink); border-inline-start: 4px solid #d13438; padding-inline-start: .75rem; }
`;

/** A page of the fake, which says what it is. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<p class="stand-in">A local stand-in for Microsoft</p>
${content}
</main>
</body>
</html>
`;
}

export function messagePage(status: number, title: string, text: string): Answer {
  return { status, body: page(title, `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>`) };
}

export const style = `
:root { color-scheme: light dark; --ink: #1d2433; --quiet: #5b6475; --ground: #eef1f5; --sheet: #fff; --line: #c9d0da; --strong: #1f5fbf; --on-strong: #fff; --warn: #fff4d6; --warn-ink: #5c4300; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --quiet: #a8b1c1; --ground: #12161d; --sheet: #1b212b; --line: #3a4454; --strong: #8ab4ff; --on-strong: #0b1a33; --warn: #3a3010; --warn-ink: #ffe3a0; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin-inline: auto; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; overflow-wrap: anywhere; }
.banner { margin: 0 0 1.25rem; padding: 0.6rem 0.85rem; border-radius: 0.5rem; background: var(--warn); color: var(--warn-ink); font-size: 0.875rem; font-weight: 600; }
h1 { margin: 0 0 1.25rem; font-size: 1.375rem; line-height: 1.3; }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; }
legend { padding: 0 0 0.35rem; color: var(--quiet); font-size: 0.875rem; }
.row { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line); cursor: pointer; }
.row + .row { border-top: 0; }
.row:first-of-type { border-radius: 0.5rem 0.5rem 0 0; }
.row:last-of-type { border-radius: 0 0 0.5rem 0.5rem; }
.row:only-of-type { border-radius: 0.5rem; }
.row span { min-width: 0; }
.row b { font-weight: 600; }
.row small { display: block; color: var(--quiet); font-size: 0.8125rem; }
input { flex: none; width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--strong); }
.note { margin: 0 0 1.25rem; color: var(--quiet); font-size: 0.875rem; }
.buttons { display: flex; justify-content: flex-end; gap: 0.75rem; }
button { min-height: 2.75rem; padding: 0 1.5rem; border: 1px solid var(--strong); border-radius: 0.5rem; background: var(--strong); color: var(--on-strong); font: inherit; font-weight: 600; cursor: pointer; }
button.quiet { background: transparent; color: var(--strong); border-color: var(--line); }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
`;

import type { ReactNode } from "react";

/** What articles are made of. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="max-w-form list-decimal space-y-3 ps-6">{children}</ol>;
}

export function Points({ children }: { children: ReactNode }) {
  return <ul className="max-w-form list-disc space-y-2 ps-6">{children}</ul>;
}

/** What a button or field is called on the screen. */
export function Name({ children }: { children: ReactNode }) {
  return <b className="font-semibold">{children}</b>;
}

export function Code({ children }: { children: ReactNode }) {
  return <code className="rounded bg-well [overflow-wrap:anywhere] px-1 font-mono text-small">{children}</code>;
}

/** Whole lines to copy. */
export function Lines({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      dir="ltr"
      className="overflow-x-auto rounded bg-well p-3 font-mono text-small"
    >
      {children}
    </pre>
  );
}

export function Out({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  );
}

/** Where the way leads on, or what is easily missed. */
export function Note({ children }: { children: ReactNode }) {
  return <div className="max-w-form border-s-4 border-sea bg-sea-wash px-4 py-3">{children}</div>;
}

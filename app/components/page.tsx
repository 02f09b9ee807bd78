import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Logo, Mark } from "./logo";

const widths = { sheet: "max-w-sheet", rsvp: "max-w-[46rem]", narrow: "max-w-narrow" } as const;

type PublicPageProps = {
  workspaceName: string;
  workspaceHref?: string;
  width?: keyof typeof widths;
  skipLabel?: string;
  scheduledWith?: string;
  /** Null leaves the line out. */
  privacy?: string | null;
  children: ReactNode;
};

export function PublicPage({
  workspaceName,
  workspaceHref,
  width = "sheet",
  skipLabel = "Skip to content",
  scheduledWith = "Scheduled with",
  privacy = "No cookies, no tracking on this page.",
  children,
}: PublicPageProps) {
  return (
    <div className={`mx-auto px-4 pb-10 sm:px-6 ${widths[width]}`}>
      <SkipLink>{skipLabel}</SkipLink>
      <header className="pb-4 pt-5 font-display text-h3">
        {workspaceHref ? (
          <a href={workspaceHref} className="inline-block py-1 text-ink no-underline hover:underline">
            <bdi>{workspaceName}</bdi>
          </a>
        ) : (
          <bdi className="inline-block py-1">{workspaceName}</bdi>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <FramedSheet>{children}</FramedSheet>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pt-3 text-small">
        <p className="flex items-center gap-2 py-1">
          <Mark size={18} />
          <span>
            {scheduledWith}{" "}
            <a href="/" className="py-1 text-ink">
              Meridian
            </a>
          </span>
        </p>
        {privacy ? <p className="text-muted">{privacy}</p> : null}
      </footer>
    </div>
  );
}

/** Sign-in, reset, invitation: one narrow sheet under our own name. */
export function AuthPage({
  title,
  children,
  below,
  skipLabel = "Skip to content",
}: {
  title: ReactNode;
  children: ReactNode;
  below?: ReactNode;
  skipLabel?: string;
}) {
  return (
    <div className="mx-auto max-w-narrow px-4 py-8 sm:px-0 sm:py-20">
      <SkipLink>{skipLabel}</SkipLink>
      <header className="pb-5">
        <Logo />
      </header>
      <main id="main" tabIndex={-1}>
        <FramedSheet>
          <div className="space-y-5 p-5 sm:p-9">
            <h1>{title}</h1>
            {children}
          </div>
        </FramedSheet>
        {below ? <div className="pt-5 text-small">{below}</div> : null}
      </main>
    </div>
  );
}

/** The top of every host page: the fact, one sentence, at most two buttons. */
export function HostHeading({
  title,
  sentence,
  actions,
  back,
}: {
  title: ReactNode;
  sentence?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
}) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-text">
        {back ? (
          <a href={back.href} className="mb-2 inline-block py-1 text-small">
            {back.label}
          </a>
        ) : null}
        <h1>{title}</h1>
        {sentence ? <p className="mt-1 text-muted">{sentence}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}

export function Sheet({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`sheet ${className}`}>{children}</div>;
}

/** A part of a sheet, parted from the one above by a hairline. `aside` stands at the end of the title's line. */
export function Section({
  id,
  title,
  aside,
  children,
  className = "",
}: {
  id?: string;
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section id={id} className={`section ${className}`}>
      {title ? (
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2>{title}</h2>
          {aside ? <div className="text-small text-muted">{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** An icon before a line of text: who, how long, where. */
export function IconLine({ icon, children }: { icon: Parameters<typeof Icon>[0]["name"]; children: ReactNode }) {
  return (
    <p className="flex items-start gap-3">
      <Icon name={icon} className="mt-0.5 text-muted" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

function FramedSheet({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="neatline" aria-hidden="true" />
      <div className="sheet border-t-0">{children}</div>
    </>
  );
}

export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a href="#main" className="skip">
      {children}
    </a>
  );
}

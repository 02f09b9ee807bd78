import type { ReactNode } from "react";
import { Form, Submit } from "./form";
import { Icon, type IconName } from "./icon";
import { Logo } from "./logo";
import { SkipLink } from "./page";

export type NavigationItem = { href: string; label: string; icon: IconName; badge?: number; warn?: string };

type Props = {
  user: { name: string; email: string };
  workspace: { name: string; slug: string } | null;
  items: NavigationItem[][];
  currentPath: string;
  /** Where and when it is for the host: "Oslo, 10:42". */
  clock: string;
  children: ReactNode;
};

/** The host's frame. The list stands twice, one of them always hidden: at the side, and in a menu on small screens. */
export function HostFrame({ children, ...props }: Props) {
  const waiting = props.items.flat().reduce((sum, item) => sum + (item.badge ?? 0), 0);
  const warning = props.items.flat().find((item) => item.warn);
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
      <SkipLink>Skip to content</SkipLink>
      <header className="no-print relative border-b border-rule lg:hidden">
        <Logo className="absolute start-4 top-2" />
        <details className="flow-root">
          <summary className="btn btn-second mx-4 my-2 ms-auto flex w-fit list-none text-small [&::-webkit-details-marker]:hidden">
            <Icon name="menu" />
            Menu
            {waiting ? <Count>{waiting}</Count> : null}
            {warning ? <Warning words={`${warning.label}: ${warning.warn}`} /> : null}
          </summary>
          <div className="border-t border-rule pb-4 pt-2">
            <Navigation {...props} />
          </div>
        </details>
      </header>
      <header className="no-print hidden border-e border-rule pb-8 pt-3 lg:block">
        <Logo className="mb-3 ms-4" />
        <Navigation {...props} />
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 max-w-[66rem] px-4 py-6 sm:px-8 sm:py-8">
        {children}
      </main>
    </div>
  );
}

function Navigation({ user, workspace, items, currentPath, clock }: Omit<Props, "children">) {
  const current = currentHref(
    items.flat().map((item) => item.href),
    currentPath,
  );
  return (
    <nav aria-label="Main">
      {items.map((group) => (
        <ul
          key={group[0]?.href}
          className="relative mb-2 pb-2 after:absolute after:inset-x-4 after:bottom-0 after:border-b after:border-rule"
        >
          {group.map((item) => (
            <li key={item.href}>
              <NavigationLink item={item} isCurrent={item.href === current} />
            </li>
          ))}
        </ul>
      ))}
      <div className="px-4 pt-2 text-small text-muted">
        <p className="font-semibold text-ink">
          <bdi>{user.name || user.email}</bdi>
        </p>
        {workspace ? (
          <p>
            <bdi>{workspace.name}</bdi>
          </p>
        ) : null}
        <p>{clock}</p>
        <Form action="/logout" className="-ms-2 mt-2">
          <Submit kind="quiet" small>
            Sign out
          </Submit>
        </Form>
      </div>
    </nav>
  );
}

function NavigationLink({ item, isCurrent }: { item: NavigationItem; isCurrent: boolean }) {
  return (
    <a href={item.href} className="nav" aria-current={isCurrent ? "page" : undefined}>
      <Icon name={item.icon} size={18} />
      <span className="grow">{item.label}</span>
      {item.badge ? <Count>{item.badge}</Count> : null}
      {item.warn ? <Warning words={item.warn} /> : null}
    </a>
  );
}

function Warning({ words }: { words: string }) {
  return (
    <>
      <Icon name="triangle-alert" size={18} className="text-wait" />
      <span className="sr-only">{words}</span>
    </>
  );
}

function Count({ children }: { children: number }) {
  return (
    <span className="rounded border border-wait px-1.5 text-tick font-bold text-wait">
      {children}
      <span className="sr-only"> waiting</span>
    </span>
  );
}

/** The item whose address is the longest beginning of the path. */
function currentHref(hrefs: string[], path: string) {
  return hrefs.filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0];
}

import type { ReactNode } from "react";
import { paths } from "~/paths";
import { Field } from "../field";
import { Form, Submit } from "../form";
import { Logo } from "../logo";
import { SkipLink } from "../page";
import { PictureTheme, useChosenTheme } from "./picture";
import { topics } from "./topics";

type Props = {
  isSignedIn: boolean;
  /** What is searched for. */
  query?: string;
  /** The slug of the topic that is open. */
  current?: string;
  children: ReactNode;
};

/** The frame of the guide, for everybody: a search, one sheet, and the topics beside it where they are not what it is about. */
export function HelpFrame({ isSignedIn, query = "", current, children }: Props) {
  const isTopicsPage = !current && !query;
  return (
    <PictureTheme.Provider value={useChosenTheme()}>
      <div className="mx-auto max-w-sheet px-4 pb-10 sm:px-6">
        <SkipLink>Skip to content</SkipLink>
        <header className="no-print pt-4">
          <div className="flex flex-wrap items-center justify-between gap-x-6">
            <Logo />
            <a
              href={isSignedIn ? paths.dashboard() : paths.login(paths.help())}
              className="inline-block py-1 text-small"
            >
              {isSignedIn ? "Back to the dashboard" : "Sign in"}
            </a>
          </div>
          <Search query={query} />
        </header>
        {isTopicsPage ? (
          <Main>{children}</Main>
        ) : (
          <div className="items-start gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_13.5rem]">
            <Main>{children}</Main>
            <Topics current={current} />
          </div>
        )}
      </div>
    </PictureTheme.Provider>
  );
}

function Main({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="min-w-0">
      {children}
    </main>
  );
}

function Search({ query }: { query: string }) {
  return (
    <Form method="get" action={paths.help()} className="mb-6 mt-4 flex max-w-form flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-56">
        <Field
          label="Search the guide"
          name="q"
          type="search"
          defaultValue={query}
          required={false}
          maxLength={100}
          autoComplete="off"
        />
      </div>
      <Submit kind="second" icon="search">
        Search
      </Submit>
    </Form>
  );
}

function Topics({ current }: { current?: string }) {
  return (
    <nav aria-label="Topics of the guide" className="no-print mt-6 lg:mt-0">
      <ul>
        {topics.map(({ slug, title }) => (
          <li key={slug}>
            <a href={paths.helpTopic(slug)} className="nav" aria-current={slug === current ? "page" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

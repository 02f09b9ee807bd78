import { useContext, type ReactNode } from "react";
import { NonceContext } from "~/nonce";
import { paths } from "~/paths";
import type { loadApiDocs } from "~/http/api-docs-page.server";
import { Logo } from "../logo";
import { HostHeading, SkipLink } from "../page";
import { Tabs } from "../tabs";
import { OperationList } from "./operation-list";

type Props = Awaited<ReturnType<typeof loadApiDocs>> & {
  viewer: "swagger" | "redoc";
  files: { script: string; styles?: string };
  /** Below the viewer. */
  children?: ReactNode;
};

/** The API's document in one of two viewers; without JavaScript, a list of what is in it. */
export function ApiDocsPage({ viewer, files, name, documentHref, chapters, isSignedIn, children }: Props) {
  const nonce = useContext(NonceContext);
  const api = name === "cal" ? "cal" : null;
  return (
    <div className="mx-auto max-w-[90rem] px-4 pb-10 sm:px-6">
      <SkipLink>Skip to content</SkipLink>
      <header className="flex flex-wrap items-center justify-between gap-x-6 pb-6 pt-4">
        <Logo />
        <p className="flex flex-wrap gap-x-6 text-small">
          <a href={paths.helpTopic("api")} className="inline-block py-1">
            Guide
          </a>
          {isSignedIn ? (
            <a href={paths.apiKeys()} className="inline-block py-1">
              Your API keys
            </a>
          ) : (
            <a href={paths.login(paths.docs())} className="inline-block py-1">
              Sign in
            </a>
          )}
        </p>
      </header>
      <main id="main" tabIndex={-1}>
        <HostHeading
          title="API"
          sentence={
            <>
              Whatever the pages do, programs do too: as you, with an access token or an API key. The document for them:{" "}
              <a href={documentHref}>OpenAPI 3.1</a>.
            </>
          }
        />
        <Tabs
          label="How to see it"
          className="mb-4"
          items={[
            { href: paths.docs({ api }), label: "Try it", isCurrent: viewer === "swagger" },
            { href: paths.redoc({ api }), label: "Read it", isCurrent: viewer === "redoc" },
          ]}
        />
        <Shapes {...{ viewer, name }} />
        <div
          data-api-viewer={viewer}
          data-document={documentHref}
          data-styles={files.styles}
          data-nonce={viewer === "redoc" ? nonce : undefined}
          hidden
          className={viewer === "swagger" ? "overflow-x-auto" : undefined}
        />
        <OperationList chapters={chapters} />
        {children}
      </main>
      <script src={files.script} nonce={nonce} defer />
      <script type="module" src="/api-docs.js" nonce={nonce} />
    </div>
  );
}

/** Which of the two documents. */
function Shapes({ viewer, name }: Pick<Props, "viewer" | "name">) {
  const page = viewer === "swagger" ? paths.docs : paths.redoc;
  return (
    <p className="mb-6 max-w-text">
      {name === "own" ? (
        <>
          These are Meridian’s own shapes. For a program that was written for Cal.com:{" "}
          <a href={page({ api: "cal" })}>the shapes of Cal.com</a>, by their <code>cal-api-version</code>.
        </>
      ) : (
        <>
          These are the shapes of Cal.com, which <code>/v2</code> answers to a <code>cal-api-version</code>.{" "}
          <a href={page()}>Meridian’s own shapes</a> are all the rest.
        </>
      )}
    </p>
  );
}

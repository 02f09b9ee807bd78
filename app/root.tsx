import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { ErrorPage, wordsFor } from "./components/error-page";
import { preloadedFonts } from "./components/fonts";
import { takeNotice } from "./http/session.server";
import { pageLanguage, visitorTheme, type Theme } from "./http/visitor.server";
import { translator, type Language } from "./messages/translate";
import { NonceContext } from "./nonce";
import stylesHref from "./styles.css";

export const links: LinksFunction = () => [
  ...preloadedFonts.map((href) => ({
    rel: "preload",
    as: "font" as const,
    type: "font/woff2",
    href,
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: stylesHref },
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
];

/** Of pages that have none of their own, such as this one's error page. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? wordsFor(statusOf(error)).title : "Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const waiting = await takeNotice(request);
  const headers: HeadersInit = waiting ? { "Set-Cookie": waiting.header } : {};
  const theme = visitorTheme(request);
  return data({ language: pageLanguage(request), theme, notice: waiting?.notice ?? null }, { headers });
}

export default function App() {
  const { language, theme } = useLoaderData<typeof loader>();
  return (
    <Document lang={language} theme={theme}>
      <Outlet />
    </Document>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  const status = statusOf(error);
  // What a loader threw in words; the router's own texts are for developers.
  const detail = isOwnWords(error) ? error.data : undefined;
  return (
    <Document lang={root?.language ?? "en"} theme={root?.theme ?? "system"}>
      <ErrorPage status={status} message={detail} />
    </Document>
  );
}

type DocumentProps = { lang: Language; theme: Theme; children: ReactNode };

function Document({ lang, theme, children }: DocumentProps) {
  const nonce = useContext(NonceContext);
  return (
    <html lang={lang} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <script type="module" src="/enhance.js" nonce={nonce} />
      </head>
      <body data-working={translator(lang)("common.working")}>{children}</body>
    </html>
  );
}

function statusOf(error: unknown) {
  return isRouteErrorResponse(error) ? error.status : 500;
}

function isOwnWords(error: unknown): error is { data: string } {
  return (
    isRouteErrorResponse(error) &&
    error.status < 500 &&
    typeof error.data === "string" &&
    / /.test(error.data) &&
    !error.data.startsWith("Error:")
  );
}

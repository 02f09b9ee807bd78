import type { ReactNode } from "react";
import { AuthPage } from "./page";

type Words = { title: string; message: string };

type Props = {
  status: number;
  title?: string;
  message?: ReactNode;
  link?: { href: string; label: string };
  skipLabel?: string;
};

export function ErrorPage({
  status,
  title,
  message,
  link = { href: "/", label: "Go to the start page" },
  skipLabel,
}: Props) {
  const words = wordsFor(status);
  return (
    <AuthPage title={title ?? words.title} skipLabel={skipLabel}>
      <p>{message ?? words.message}</p>
      <p>
        <a href={link.href} className="inline-block py-1">
          {link.label}
        </a>
      </p>
    </AuthPage>
  );
}

export function wordsFor(status: number): Words {
  const words = known[status];
  if (words) return words;
  return status < 500
    ? { title: "This request does not fit", message: "The address or the form is not complete. Nothing was changed." }
    : { title: "Something broke on our side", message: "It is written down for the operator. Try again in a minute." };
}

const known: Record<number, Words> = {
  401: { title: "You are not signed in", message: "Sign in and open this page again." },
  403: {
    title: "This page is not yours to open",
    message: "Your role does not reach here. Ask an owner of the workspace.",
  },
  404: { title: "There is no page here", message: "The address may have a typing error." },
  405: { title: "This page takes no such request", message: "Go back and use the form on the page." },
  410: { title: "This link has ended", message: "Ask the person who sent it for a new one." },
  413: { title: "That is too much at once", message: "Shorten the text and send it again. Nothing was saved." },
  429: { title: "Too many tries", message: "Wait a minute, then try again." },
  503: { title: "Not ready yet", message: "Meridian is starting or being updated. Try again in a minute." },
};

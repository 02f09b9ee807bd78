import { useVisitor } from "./visitor";

/** The way on for whom no free time suits. */
export function AskLink({ href }: { href: string | null }) {
  const { t } = useVisitor();
  if (!href) return null;
  return (
    <p className="mt-4">
      <a href={href} className="inline-block py-1">
        {t("book.ask.link")}
      </a>
    </p>
  );
}

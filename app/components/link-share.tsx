import { CopyField } from "./copy-field";

/** The address of a link, and what it goes well into. */
export function LinkShare({ link: { title, url } }: { link: { title: string; url: string } }) {
  return (
    <div className="max-w-form space-y-5">
      <CopyField label="Address" name="url" value={url} href={url} openLabel="Open" />
      <CopyField label="For a mail" name="mail_text" value={`Choose a time that suits you: ${url}`} />
      <CopyField
        label="For a web page"
        name="html"
        value={`<a href="${escaped(url)}">${escaped(title)}</a>`}
        hint="HTML of a link, in whatever look your page gives its links."
      />
    </div>
  );
}

function escaped(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

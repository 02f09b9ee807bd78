import type { ItemBody } from "@microsoft/microsoft-graph-types";

const head = '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>';

/** As Exchange keeps a body: in HTML, whatever it was written in. */
export function keptBody({ contentType, content }: ItemBody): ItemBody {
  const isText = contentType?.toLowerCase() === "text";
  const inner = isText ? escapeHtml(content ?? "").replaceAll(/\r?\n/g, "<br>\r\n") : (content ?? "");
  if (!isText && /<body/i.test(inner)) return { contentType: "html", content: inner };
  return { contentType: "html", content: `${head}\r\n${inner}\r\n</body></html>\r\n` };
}

export function plainText(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/is, "")
    .replaceAll(/<br>\s*/gi, "\r\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}

/** What Teams writes below the text, and by which it knows the meeting again. */
export function withTeamsBlob({ content }: ItemBody, joinUrl: string): ItemBody {
  const line = "_".repeat(80);
  const blob = `<div class="me-email-text"><br>${line}<br>Microsoft Teams meeting<br><a class="me-email-headline" href="${escapeHtml(joinUrl)}">Join the meeting now</a><br>${line}</div>`;
  return { contentType: "html", content: (content ?? "").replace("</body>", `${blob}</body>`) };
}

export function hasTeamsBlob({ content }: ItemBody, joinUrl: string): boolean {
  const html = content ?? "";
  return html.includes("me-email-text") && html.includes(escapeHtml(joinUrl));
}

export function escapeHtml(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

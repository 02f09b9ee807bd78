import { createRequire } from "node:module";
import { openApiDocument } from "./openapi/document.server";
import type { DocumentName } from "./openapi/registry.server";
import { readSession } from "./session.server";

const require = createRequire(import.meta.url);

/** Where the build puts what shows a document; the version is in the address. */
function viewerFile(name: string, file: string) {
  const { version } = require(`${name}/package.json`) as { version: string };
  return `/viewers/${name}-${version}/${file}`;
}

export const swaggerFiles = {
  script: viewerFile("swagger-ui-dist", "swagger-ui-bundle.js"),
  styles: viewerFile("swagger-ui-dist", "swagger-ui.css"),
};
export const redocFiles = { script: viewerFile("redoc", "redoc.standalone.js") };

const documents: Record<DocumentName, string> = { own: "/api/openapi.json", cal: "/api/openapi.cal.json" };

/** What the pages about the API show: one of the two documents, and all that is in it for those without JavaScript. */
export async function loadApiDocs(request: Request) {
  const name: DocumentName = new URL(request.url).searchParams.get("api") === "cal" ? "cal" : "own";
  return {
    name,
    documentHref: documents[name],
    chapters: chaptersOf(name),
    isSignedIn: (await readSession(request, Date.now())) !== null,
  };
}

export type Chapter = { name: string; description: string; operations: ListedOperation[] };
export type ListedOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  isForAnybody: boolean;
  /** A body that works, as JSON; null where it takes none, or none is told. */
  example: string | null;
};

type Described = {
  operationId: string;
  tags: string[];
  summary?: string;
  description?: string;
  security?: object[];
  requestBody?: { content?: Record<string, { example?: unknown }> };
};

function chaptersOf(name: DocumentName): Chapter[] {
  const { tags = [], paths: items = {} } = openApiDocument(name);
  const chapters = new Map<string, Chapter>();
  for (const tag of tags)
    chapters.set(tag.name, { name: tag.name, description: tag.description ?? "", operations: [] });
  for (const [path, item] of Object.entries(items)) {
    for (const [method, operation] of Object.entries(item as Record<string, Described>)) {
      const tag = operation.tags[0]!;
      const chapter = chapters.get(tag) ?? { name: tag, description: "", operations: [] };
      chapter.operations.push(listed(method, path, operation));
      chapters.set(tag, chapter);
    }
  }
  return [...chapters.values()].filter(({ operations }) => operations.length > 0);
}

function listed(method: string, path: string, operation: Described): ListedOperation {
  const example = operation.requestBody?.content?.["application/json"]?.example;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? "",
    description: operation.description ?? "",
    isForAnybody: operation.security?.some((each) => Object.keys(each).length === 0) ?? false,
    example: example === undefined ? null : JSON.stringify(example, null, 2),
  };
}

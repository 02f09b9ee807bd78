import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { openApiDocument } from "~/http/openapi/document.server";

type Document = ReturnType<typeof openApiDocument>;
type DocumentOperation = {
  operationId: string;
  security: Record<string, unknown>[];
  parameters?: { name: string; in: string }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: unknown; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
};
export type Described = { method: string; path: string; operation: DocumentOperation };

const methods = ["get", "post", "patch", "delete"] as const;

/** Every operation of a document, flat. */
export function operationsOf(document: Document): Described[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({
        method: method.toUpperCase(),
        path,
        operation: item[method] as unknown as DocumentOperation,
      })),
  );
}

/**
 * What is wrong with a value, by a schema of the document: as programs that read the document would see it, but for the
 * formats that are passed over.
 */
export function validator(document: Document, passedOver: string[] = []) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of passedOver) ajv.addFormat(format, true);
  ajv.addSchema(document as object, "document");
  const compiled = new Map<string, ValidateFunction>();
  return (pointer: string[], value: unknown): string[] => {
    const ref = `document#/${pointer.map(escaped).join("/")}`;
    if (!compiled.has(ref)) compiled.set(ref, ajv.compile({ $ref: ref }));
    const validate = compiled.get(ref)!;
    if (validate(value)) return [];
    return validate.errors!.map(
      ({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
    );
  };
}

/** A part of a JSON pointer, within an address. */
function escaped(part: string) {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

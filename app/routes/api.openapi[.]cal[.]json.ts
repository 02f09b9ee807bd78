import { z } from "zod";
import { api, operation } from "~/http/api.server";
import { withEtag } from "~/http/etag.server";
import { openApiDocument } from "~/http/openapi/document.server";

const read = operation({
  auth: "none",
  summary: "Read the document of what is answered in the shapes of Cal.com",
  answers: { 200: z.looseObject({ openapi: z.string() }) },
  hasEtag: true,
  async handle({ request }) {
    return withEtag(request, openApiDocument("cal"));
  },
});

export const { loader, action } = api("/api/openapi.cal.json", { GET: read }, { cors: true });

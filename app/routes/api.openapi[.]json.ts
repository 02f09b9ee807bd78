import { api, operation } from "~/http/api.server";
import { withEtag } from "~/http/etag.server";
import { openApiDocument } from "~/http/openapi/document.server";

const read = operation({
  auth: "none",
  async handle({ request }) {
    return withEtag(request, openApiDocument("own"));
  },
});

export const { loader, action } = api("/api/openapi.json", { GET: read }, { cors: true });

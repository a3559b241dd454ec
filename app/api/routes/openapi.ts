import { config } from "~/platform/config/config.server";
import { openApiDocument } from "../openapi";

let document: string | null = null;

/** The description of the API, for machines. */
export const loader = () => {
  document ??= JSON.stringify(openApiDocument(config().baseUrl));
  return new Response(document, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "public, max-age=300",
      "Access-Control-Allow-Origin": "*",
    },
  });
};

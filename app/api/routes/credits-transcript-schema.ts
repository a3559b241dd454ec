import { z } from "zod";
import { transcriptDocument } from "~/credits/deposit-schema";
import { config } from "~/platform/config/config.server";

/** The standard transcript of the intermediate store as JSON Schema (2020-12), for whoever writes a system that deposits. */
export const loader = () => {
  const schema = z.toJSONSchema(transcriptDocument, { io: "input" });
  const body = {
    ...schema,
    $id: `${config().baseUrl}/api/v1/credits/transcript.schema.json`,
    title: "bridge-transcript/1",
  };
  return new Response(JSON.stringify(body), {
    headers: {
      "Content-Type": "application/schema+json; charset=utf-8",
      "Cache-Control": "public, max-age=300",
      "Access-Control-Allow-Origin": "*",
    },
  });
};

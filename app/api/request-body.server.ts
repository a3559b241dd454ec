import { type Result, refuse } from "~/platform/result";

const MOST_BODY = 20 * 1024 * 1024;

/** A JSON body, or the refusal that says why it is none. */
export const bodyOf = async (request: Request): Promise<Result<unknown>> => {
  const declared = Number(request.headers.get("Content-Length") ?? 0);
  if (declared > MOST_BODY) return refuse("invalid", "errors.bodyTooLarge", { values: { limit: "20 MB" } });
  const text = await request.text();
  if (text.length > MOST_BODY)
    return refuse("invalid", "errors.bodyTooLarge", { values: { limit: "20 MB" } });
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return refuse("invalid", "errors.badJson", { fields: [{ field: "", key: "errors.badJson" }] });
  }
};

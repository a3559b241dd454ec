import { translatorFor } from "~/words/translator.server";
import { languageOf } from "../i18n/language";
import type { Refusal } from "../result";
import { statusOf } from "./respond.server";

/** "posts[0].name" → "/posts/0/name" */
export const pointerOf = (field: string): string =>
  field === ""
    ? ""
    : `/${field
        .replace(/\[(\d+)\]/g, ".$1")
        .split(".")
        .join("/")}`;

/** A refusal as `application/problem+json` (RFC 9457), with a JSON pointer for every wrong field. */
export const problem = (request: Request, refusal: Refusal, requestId: string): Response => {
  const words = translatorFor(languageOf(request.headers));
  const status = statusOf(refusal);
  const errors = [
    ...(refusal.fields ?? []).map((field) => ({ ...field, pointer: pointerOf(field.field) })),
    ...(refusal.pointed ?? []),
  ].map(({ pointer, key, values }) => ({ pointer, detail: words.any(key, values) }));
  const body = {
    type: `urn:chanjiao-bridge:problem:${refusal.code}`,
    title: words.any(refusal.key, refusal.values),
    status,
    instance: `urn:request:${requestId}`,
    ...(errors.length > 0 ? { errors } : {}),
    ...(refusal.findings ? { findings: refusal.findings } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Content-Language": words.language,
      ...(refusal.retryAfterSeconds ? { "Retry-After": String(refusal.retryAfterSeconds) } : {}),
    },
  });
};

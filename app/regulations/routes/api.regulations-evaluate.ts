import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/platform/http/problem.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { evaluateCall } from "../evaluate-call";
import type { PointedError } from "../schema";

const MOST_BYTES = 1_048_576;

type Body = { ok: true; value: unknown } | { ok: false; key: "errors.bodyTooLarge" | "errors.badJson" };

const readJson = async (request: Request): Promise<Body> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      return { ok: false, key: "errors.bodyTooLarge" };
    }
    chunks.push(part.value);
  }
  try {
    return {
      ok: true,
      value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))),
    };
  } catch {
    return { ok: false, key: "errors.badJson" };
  }
};

const refused = async (request: Request, requestId: string, errors: readonly PointedError[]) => {
  const language = languageOf(request.headers);
  const words = translatorFor(language);
  const base = problem(request, { code: "invalid", key: "errors.checkFields" }, requestId);
  const body = {
    ...((await base.json()) as object),
    errors: errors.map(({ pointer, key, values }) => ({ pointer, detail: words.any(key, values) })),
  };
  return new Response(JSON.stringify(body), { status: base.status, headers: base.headers });
};

const methodNotAllowed = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

export const loader = (_: LoaderFunctionArgs) => methodNotAllowed();

/** Any system may ask: nothing is read, nothing is kept. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  if (request.method !== "POST") return methodNotAllowed();
  const body = await readJson(request);
  if (!body.ok) {
    const values = body.key === "errors.bodyTooLarge" ? { limit: "1 MB" } : undefined;
    return problem(
      request,
      { code: "invalid", key: body.key, ...(values ? { values } : {}) },
      context.requestId,
    );
  }
  const language = languageOf(request.headers);
  const called = evaluateCall(body.value, language);
  if (!called.ok) return refused(request, context.requestId, called.errors);
  return Response.json(called.answer, {
    headers: { "Content-Language": language, "Cache-Control": "no-store" },
  });
};

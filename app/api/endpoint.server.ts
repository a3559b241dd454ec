import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { RequestFacts } from "~/platform/http/context";
import { parseQuery } from "~/platform/http/form.server";
import { problem } from "~/platform/http/problem.server";
import { languageOf } from "~/platform/i18n/language";
import type { Result } from "~/platform/result";
import { refuse } from "~/platform/result";
import type { Translator } from "~/words/translate";
import { translatorFor } from "~/words/translator.server";
import { bodyOf } from "./request-body.server";

/** What every handler of the API receives besides its own input. */
export type Call = {
  request: Request;
  facts: RequestFacts;
  params: Record<string, string | undefined>;
  words: Translator;
};

const OPEN_TO_READ = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

const answer = (body: unknown, language: string, cache: string): Response =>
  new Response(JSON.stringify(body), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Language": language,
      "Cache-Control": cache,
      Vary: "Accept-Language",
      ...OPEN_TO_READ,
    },
  });

/**
 * A reading endpoint. Goes in: the schema of its query and the handler. Comes out: a loader that parses, answers JSON,
 * and turns every refusal into `application/problem+json` with pointers, in the caller's language.
 */
export const reading =
  <Q extends z.ZodType>(query: Q, handle: (input: z.output<Q>, call: Call) => Promise<Result<unknown>>) =>
  async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    const words = translatorFor(languageOf(request.headers));
    const parsed = parseQuery(new URL(request.url).searchParams, query);
    const done = parsed.ok
      ? await handle(parsed.value, { request, facts: context, params, words })
      : refuse("invalid", "errors.checkFields", { fields: parsed.state.fields });
    return done.ok
      ? answer(done.value, words.language, "public, max-age=30")
      : problem(request, done.refusal, context.requestId);
  };

/** A calling endpoint (POST with JSON): an action that reads the body and answers like `reading`. */
export const calling =
  (handle: (body: unknown, call: Call) => Promise<Result<unknown>>) =>
  async ({ request, params, context }: ActionFunctionArgs): Promise<Response> => {
    const words = translatorFor(languageOf(request.headers));
    if (request.method !== "POST")
      return problem(request, { code: "not_found", key: "errors.notFound" }, context.requestId);
    const body = await bodyOf(request);
    const done = body.ok ? await handle(body.value, { request, facts: context, params, words }) : body;
    return done.ok
      ? answer(done.value, words.language, "no-store")
      : problem(request, done.refusal, context.requestId);
  };

/** For an address that only takes POST: says so to a reader. */
export const onlyPost = ({ request, context }: LoaderFunctionArgs): Response => {
  const response = problem(request, { code: "not_found", key: "api.onlyPost" }, context.requestId);
  return new Response(response.body, {
    status: 405,
    headers: { ...Object.fromEntries(response.headers), Allow: "POST" },
  });
};

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { RequestFacts } from "~/platform/http/context";
import { problem } from "~/platform/http/problem.server";
import { languageOf } from "~/platform/i18n/language";
import { type Refusal, type Result, refuse } from "~/platform/result";
import type { Translator } from "~/words/translate";
import { translatorFor } from "~/words/translator.server";
import { type Spent, spendQuota } from "./commands/spend-quota.server";
import type { KeyScope } from "./key-schema";
import { type MachineCtx, machineOf } from "./machine.server";
import { bodyOf } from "./request-body.server";

const LONGEST_KEY = 100;

/** What the handler of a call with a key receives. */
export type MachineCall = {
  ctx: MachineCtx;
  request: Request;
  params: Record<string, string | undefined>;
  words: Translator;
  /** The Idempotency-Key of the call, made the key's own. */
  onceKey: string | undefined;
};

export type Answered = { status: 200 | 201; body: unknown; headers?: Record<string, string> };

type Handle = (body: unknown, call: MachineCall) => Promise<Result<Answered>>;

type Operation = {
  scope: KeyScope;
  /** How many records a body carries, for the quota; one unless told otherwise. */
  records?: (body: unknown) => number;
  handle: Handle;
};

const quotaHeaders = ({ quota, used, resetSeconds }: Spent): Record<string, string> => ({
  "RateLimit-Limit": String(quota.calls),
  "RateLimit-Remaining": String(Math.max(0, quota.calls - used.calls)),
  "RateLimit-Reset": String(resetSeconds),
  "X-Records-Remaining": String(Math.max(0, quota.records - used.records)),
});

const refusedCall = (
  request: Request,
  facts: RequestFacts,
  refusal: Refusal,
  headers: Record<string, string> = {},
): Response => {
  const response = problem(request, refusal, facts.requestId);
  response.headers.set("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (refusal.code === "unauthenticated")
    response.headers.set("WWW-Authenticate", 'Bearer realm="chanjiao-bridge", error="invalid_token"');
  return response;
};

/** Runs one call: who calls, the body, the quota, the work; every refusal is a problem document with its headers. */
const run = async (
  operation: Operation,
  { request, params, context }: ActionFunctionArgs | LoaderFunctionArgs,
): Promise<Response> => {
  const caller = await machineOf(request, context, operation.scope);
  if (!caller.ok) return refusedCall(request, context, caller.refusal);
  const given = request.headers.get("Idempotency-Key") ?? undefined;
  if (given && given.length > LONGEST_KEY) {
    const { refusal } = refuse("invalid", "machines.errors.longKey", { values: { max: LONGEST_KEY } });
    return refusedCall(request, context, refusal);
  }
  const body = request.method === "GET" ? ({ ok: true, value: null } as const) : await bodyOf(request);
  const records = body.ok ? (operation.records?.(body.value) ?? 1) : 1;
  const spent = await spendQuota(caller.value.actor.keyId, records, caller.value.clock);
  const headers = quotaHeaders(spent);
  if (!spent.fits) {
    const seconds = spent.resetSeconds;
    const { refusal } = refuse("limited", "machines.errors.quota", {
      values: { seconds },
      retryAfterSeconds: seconds,
    });
    return refusedCall(request, context, refusal, headers);
  }
  if (!body.ok) return refusedCall(request, context, body.refusal, headers);
  const words = translatorFor(languageOf(request.headers));
  const done = await operation.handle(body.value, {
    ctx: caller.value,
    request,
    params,
    words,
    onceKey: given && `${caller.value.actor.keyId}:${given}`,
  });
  if (!done.ok) return refusedCall(request, context, done.refusal, headers);
  return new Response(JSON.stringify(done.value.body), {
    status: done.value.status,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Language": words.language,
      "Cache-Control": "no-store",
      ...headers,
      ...done.value.headers,
    },
  });
};

/** The address's loader for reading with a key, of the scope "read" unless told otherwise. */
export const readingWithKey =
  (handle: (call: MachineCall) => Promise<Result<unknown>>, scope: KeyScope = "read") =>
  (args: LoaderFunctionArgs): Promise<Response> =>
    run(
      {
        scope,
        records: () => 0,
        handle: async (_body, call) => {
          const done = await handle(call);
          return done.ok ? { ok: true, value: { status: 200, body: done.value } } : done;
        },
      },
      args,
    );

/** The address's action: what each method does with a key; any other method is told which ones there are. */
export const writingWithKey =
  (operations: Partial<Record<"POST" | "PATCH", Operation>>) =>
  (args: ActionFunctionArgs): Promise<Response> => {
    const { request, context } = args;
    const operation = operations[request.method as "POST" | "PATCH"];
    if (operation) return run(operation, args);
    const { refusal } = refuse("not_found", "machines.errors.method", { values: { method: request.method } });
    const response = refusedCall(request, context, refusal);
    const headers = new Headers(response.headers);
    headers.set("Allow", Object.keys(operations).join(", "));
    return Promise.resolve(new Response(response.body, { status: 405, headers }));
  };

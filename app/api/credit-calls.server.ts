import type { z } from "zod";
import { depositTranscript } from "~/credits/commands/deposit-transcript.server";
import { handOutConverted } from "~/credits/commands/hand-out-converted.server";
import { handOutTranscript } from "~/credits/commands/hand-out-transcript.server";
import { markCollected } from "~/credits/commands/mark-collected.server";
import {
  collectedBody,
  reconciliationQuery,
  transcriptDocument,
  transcriptsQuery,
} from "~/credits/deposit-schema";
import { refuseCreditWork } from "~/credits/policy";
import { reconciliation } from "~/credits/queries/reconciliation.server";
import { storedTranscripts } from "~/credits/queries/stored-transcripts.server";
import { storeSecretOf } from "~/credits/store-secret.server";
import { parseRecord } from "~/marketplace/entry-schema";
import { parseQuery } from "~/platform/http/form.server";
import { ok, type Result, refuse } from "~/platform/result";
import type { Answered, MachineCall } from "./machine-endpoint.server";
import { isSignature } from "./rules/webhook-signature";

const parsed = <S extends z.ZodType>(schema: S, body: unknown): Result<z.output<S>> => {
  const read = parseRecord(schema, body);
  return read.ok
    ? { ok: true, value: read.value }
    : refuse("invalid", "errors.checkFields", { fields: read.errors });
};

const queried = <S extends z.ZodType>(schema: S, request: Request): Result<z.output<S>> => {
  const read = parseQuery(new URL(request.url).searchParams, schema);
  return read.ok
    ? { ok: true, value: read.value }
    : refuse("invalid", "errors.checkFields", { fields: read.state.fields });
};

/** Whether the raw body is signed by the school's secret of the store, as our own notifications are. */
const isSignedBySchool = async ({ ctx, request }: MachineCall, raw: string): Promise<boolean> => {
  const secret = await storeSecretOf(ctx.actor.organizationId);
  const header = request.headers.get("Bridge-Signature") ?? "";
  return secret !== null && isSignature(header, secret, raw, Math.floor(ctx.clock.now().getTime() / 1000));
};

/** `POST /credits/transcripts`: deposits one transcript; `raw` is the body as it was sent, which the signature is over. */
export const depositCall = async (
  body: unknown,
  call: MachineCall,
  raw: string,
): Promise<Result<Answered>> => {
  const input = parsed(transcriptDocument, body);
  if (!input.ok) return input;
  const done = await depositTranscript(call.ctx, input.value, await isSignedBySchool(call, raw));
  return done.ok ? ok({ status: 201, body: done.value }) : done;
};

/** `GET /credits/transcripts`: what the school deposited, or what it may collect. */
export const transcriptsCall = async ({ ctx, request }: MachineCall): Promise<Result<unknown>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const query = queried(transcriptsQuery, request);
  return query.ok ? ok(await storedTranscripts(ctx.actor.organizationId, query.value)) : query;
};

/** `GET /credits/transcripts/{id}`: one transcript as it was deposited. */
export const transcriptCall = ({ ctx, params }: MachineCall): Promise<Result<unknown>> =>
  handOutTranscript(ctx, params.id ?? "");

/** `GET /credits/transcripts/{id}/converted`: the converted one, explained and signed. */
export const convertedCall = ({ ctx, params }: MachineCall): Promise<Result<unknown>> =>
  handOutConverted(ctx, params.id ?? "");

/** `POST /credits/transcripts/{id}/collected`: the receiving school has it. */
export const collectedCall = async (body: unknown, call: MachineCall): Promise<Result<Answered>> => {
  const input = parsed(collectedBody, body);
  if (!input.ok) return input;
  const done = await markCollected(call.ctx, call.params.id ?? "", input.value);
  return done.ok ? ok({ status: 200, body: done.value }) : done;
};

/** `GET /credits/reconciliation`: what became of deposits in a stretch of days. */
export const reconciliationCall = async ({ ctx, request }: MachineCall): Promise<Result<unknown>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const query = queried(reconciliationQuery, request);
  return query.ok ? ok(await reconciliation(ctx.actor.organizationId, query.value)) : query;
};

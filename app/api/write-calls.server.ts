import type { z } from "zod";
import { addListing } from "~/marketplace/commands/add-listing.server";
import { changeListing } from "~/marketplace/commands/change-listing.server";
import { closeListing } from "~/marketplace/commands/close-listing.server";
import { upsertListings } from "~/marketplace/commands/upsert-listings.server";
import { parseRecord } from "~/marketplace/entry-schema";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { entryAnswer, withReadableFindings } from "./entry-answers.server";
import type { Answered, MachineCall } from "./machine-endpoint.server";
import { changedListing, closeBody, newListing } from "./writing-schema";

type Writing = { id: string; version: number; state: string };

const urlOf = (id: string): string => `${config().baseUrl}/listings/${id}`;

const writtenAnswer = (
  done: Result<Writing>,
  status: 200 | 201,
  { words }: MachineCall,
): Result<Answered> => {
  if (!done.ok) return { ok: false, refusal: withReadableFindings(done.refusal, words) };
  const { id, version, state } = done.value;
  const body = { id, version, state, url: urlOf(id) };
  const headers = status === 201 ? { Location: `${config().baseUrl}/api/v1/listings/${id}` } : undefined;
  return { ok: true, value: { status, body, ...(headers ? { headers } : {}) } };
};

const parsed = <S extends z.ZodType>(schema: S, body: unknown): Result<z.output<S>> => {
  const read = parseRecord(schema, body);
  return read.ok
    ? { ok: true, value: read.value }
    : refuse("invalid", "errors.checkFields", { fields: read.errors });
};

/** `POST /listings`: adds one listing. */
export const addCall = async (body: unknown, call: MachineCall): Promise<Result<Answered>> => {
  const input = parsed(newListing, body);
  if (!input.ok) return input;
  return writtenAnswer(await addListing(call.ctx, input.value, call.onceKey), 201, call);
};

/** `PATCH /listings/{id}`: changes one of the own listings. */
export const changeCall = async (body: unknown, call: MachineCall): Promise<Result<Answered>> => {
  const input = parsed(changedListing, body);
  if (!input.ok) return input;
  const id = call.params.id ?? "";
  return writtenAnswer(await changeListing(call.ctx, id, input.value, call.onceKey), 200, call);
};

/** `POST /listings/{id}/close`: closes one of the own listings; one already closed stays as it is. */
export const closeCall = async (body: unknown, call: MachineCall): Promise<Result<Answered>> => {
  const input = parsed(closeBody, body);
  if (!input.ok) return input;
  const id = call.params.id ?? "";
  const { organizationId } = call.ctx.actor;
  const listing = await read.listing.findFirst({ where: { id, organizationId } });
  if (!listing) return notFound();
  if (listing.state === "closed")
    return writtenAnswer({ ok: true, value: { id, version: listing.version, state: "closed" } }, 200, call);
  const { reason, version = listing.version } = input.value;
  const closed = await closeListing(call.ctx, id, { reason, version });
  const done: Result<Writing> = closed.ok
    ? { ok: true, value: { id, version: closed.value.version, state: "closed" } }
    : closed;
  return writtenAnswer(done, 200, call);
};

const recordsIn = (body: unknown): unknown[] | null => {
  const given = body && typeof body === "object" && "records" in body ? body.records : null;
  return Array.isArray(given) ? (given as unknown[]) : null;
};

/** How many records a bulk call carries. */
export const countRecords = (body: unknown): number => recordsIn(body)?.length ?? 1;

/** `POST /listings/bulk`: brings listings to what the caller's references say; each record is answered. */
export const bulkCall = async (body: unknown, call: MachineCall): Promise<Result<Answered>> => {
  const records = recordsIn(body);
  if (!records)
    return refuse("invalid", "errors.checkFields", {
      fields: [{ field: "records", key: "errors.required" }],
    });
  const done = await upsertListings(call.ctx, records, call.onceKey);
  if (!done.ok) return done;
  const { answers } = done.value;
  const count = (outcome: string) => answers.filter((answer) => answer.outcome === outcome).length;
  return {
    ok: true,
    value: {
      status: 200,
      body: {
        created: count("created"),
        updated: count("updated"),
        unchanged: count("unchanged"),
        refused: count("refused"),
        answers: answers.map((answer) => entryAnswer(answer, call.words)),
      },
    },
  };
};

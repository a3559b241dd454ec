import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "~/platform/events/canonical";
import { fieldsIn } from "./entry-schema";
import type { Direction, ListingKind } from "./rules/kinds";
import type { EntryAsked } from "./weigh-entries.server";

type Given = {
  kind?: ListingKind;
  direction?: Direction;
  publish?: boolean | undefined;
  reason?: string | null | undefined;
};

/** The hash by which a record sent again is known. */
export const sentHashOf = (given: unknown): string =>
  createHash("sha256")
    .update(canonicalJson(given as Json))
    .digest("hex");

/** A parsed record as something to bring about. */
export const askedOf = (target: EntryAsked["target"], given: Given): EntryAsked => ({
  target,
  ...(given.kind ? { kind: given.kind } : {}),
  ...(given.direction ? { direction: given.direction } : {}),
  values: fieldsIn(given),
  publish: given.publish ?? null,
  reason: given.reason ?? null,
  sentHash: sentHashOf(given),
});

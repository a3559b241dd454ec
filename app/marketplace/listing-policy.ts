import { type Acting, mayWrite } from "~/identity/actor";
import type { Refusal } from "~/platform/result";
import type { Direction, ListingKind } from "./rules/kinds";
import { kindsFor, mayList } from "./rules/listing-kinds";

/** Owners and coordinators keep their organization's listings. Null, or the refusal with its reason. */
export const keepRefusal = (actor: Acting): Refusal | null =>
  mayWrite(actor) ? null : { code: "forbidden", key: "listings.errors.role" };

/** Whether the organization's kind trades in listings at all. */
export const tradesRefusal = (actor: Acting): Refusal | null =>
  kindsFor(actor.organization.kind).length > 0 ? null : { code: "forbidden", key: "listings.errors.noKinds" };

/** Whether this kind of organization may offer or seek this kind of listing. */
export const kindRefusal = (actor: Acting, kind: ListingKind, direction: Direction): Refusal | null =>
  mayList(actor.organization.kind, kind, direction)
    ? null
    : { code: "forbidden", key: "listings.errors.notYourKind" };

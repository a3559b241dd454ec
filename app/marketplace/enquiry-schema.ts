import { z } from "zod";
import { isId } from "~/platform/id";
import { isCivilDate } from "~/platform/time/clock";
import { DECLINE_CODES, needsNote } from "./rules/decline-reasons";
import { DEFAULT_REPLY_DAYS, LEAST_REPLY_DAYS, MOST_REPLY_DAYS } from "./rules/reply-by";
import { ANY_SEASON, SEASON } from "./rules/seasons";

const id = z.string().refine(isId, "errors.notAUuid");
const civil = z.string().refine(isCivilDate, "errors.notADate");
const message = z.string().min(2).max(4000);
const version = z.number().int();

/** Seats and dates one side puts forward; both dates or none, in order. */
const terms = {
  seats: z.number().int().min(1).max(10_000).optional(),
  startsOn: civil.optional(),
  endsOn: civil.optional(),
};

type Dates = { startsOn?: string; endsOn?: string };
const inOrder = ({ startsOn, endsOn }: Dates): boolean => !startsOn || !endsOn || startsOn <= endsOn;
const ORDER = { path: ["endsOn"], message: "errors.endBeforeStart" };

export const openEnquirySchema = z
  .object({
    submissionKey: id,
    listingId: id.optional(),
    programmeId: id.optional(),
    to: id.optional(),
    subject: z.string().min(2).max(80),
    message,
    replyDays: z.number().int().min(LEAST_REPLY_DAYS).max(MOST_REPLY_DAYS).default(DEFAULT_REPLY_DAYS),
    ...terms,
  })
  .refine(inOrder, ORDER)
  .refine(({ listingId, to }) => Boolean(listingId ?? to), { path: ["to"], message: "errors.required" });

export type OpenEnquiry = z.output<typeof openEnquirySchema>;

export const replySchema = z
  .object({
    intent: z.literal("reply"),
    submissionKey: id,
    version,
    message,
    /** Ticked when the terms below are put forward instead of those on the table. */
    changeTerms: z.boolean().default(false),
    ...terms,
  })
  .refine(inOrder, ORDER);

export type ReplyToEnquiry = Omit<z.output<typeof replySchema>, "intent">;

const phone = z.string().regex(/^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?)$/, "enquiries.errors.phone");

export const acceptSchema = z.object({
  intent: z.literal("accept"),
  version,
  programmeId: id.optional(),
  contactName: z.string().min(1).max(40),
  contactPhone: phone,
  note: z.string().max(1000).optional(),
});

export type AcceptEnquiry = Omit<z.output<typeof acceptSchema>, "intent">;

export const declineSchema = z
  .object({
    intent: z.literal("decline"),
    version,
    reason: z.enum(DECLINE_CODES),
    declineNote: z.string().max(500).optional(),
  })
  .refine(({ reason, declineNote }) => !needsNote(reason) || Boolean(declineNote), {
    path: ["declineNote"],
    message: "enquiries.errors.noteNeeded",
  });

export type DeclineEnquiry = Omit<z.output<typeof declineSchema>, "intent">;

export const withdrawSchema = z.object({ intent: z.literal("withdraw"), version });

const party = z.object({ id: z.string(), name: z.string(), kind: z.string() });

/** What was agreed, stored with the accepted enquiry; an agreement is drafted from it. */
export const acceptedTermsSchema = z.object({
  form: z.literal(1),
  acceptedOn: z.string(),
  acceptedById: z.string(),
  from: party,
  to: party,
  subject: z.string(),
  seats: z.number().int().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  programme: z
    .object({ id: z.string(), name: z.string(), majorCode: z.string(), level: z.string() })
    .nullable(),
  listing: z
    .object({
      id: z.string(),
      version: z.number().int(),
      kind: z.string(),
      direction: z.string(),
      title: z.string(),
      summary: z.string(),
      details: z.string(),
      regionCode: z.string(),
      address: z.string(),
      occupationCode: z.string().nullable(),
      payMinFen: z.number().int().nullable(),
      payMaxFen: z.number().int().nullable(),
      samePostPayFen: z.number().int().nullable(),
      majorCodes: z.array(z.string()),
    })
    .nullable(),
  /** The acceptor's person for what follows; the phone is sealed at place "enquiry.contactPhone". */
  contact: z.object({ name: z.string(), phoneSealed: z.string() }),
  note: z.string().nullable(),
});

export type AcceptedTerms = z.output<typeof acceptedTermsSchema>;

export const APPETITE_LEVELS = ["active", "interested", "not_now"] as const;
export const APPETITE_REASONS = [
  "no_orders",
  "no_supervisors",
  "policy_unclear",
  "bad_experience",
  "cohort_placed",
  "later_this_year",
] as const;

export const appetiteSchema = z
  .object({
    intent: z.literal("appetite"),
    family: z.string().regex(/^(?:\*|\d{2}-\d{2})$/, "errors.notAChoice"),
    season: z.string().regex(SEASON, "errors.notAChoice").default(ANY_SEASON),
    level: z.enum(APPETITE_LEVELS),
    reason: z.enum(APPETITE_REASONS).optional(),
  })
  .refine(({ level, reason }) => level !== "not_now" || Boolean(reason), {
    path: ["reason"],
    message: "matches.errors.reasonNeeded",
  });

export type StateAppetite = Omit<z.output<typeof appetiteSchema>, "intent">;

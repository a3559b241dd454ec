import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { REJECT_REASONS, STUDENT_REASONS } from "./rules/application-lifecycle";

/** Applications handled in one go at most. */
export const MOST_AT_ONCE = 100;

const submissionKey = z.string().max(60).optional();
const day = z.string().refine(isCivilDate, "errors.notADate");
const ids = z.array(z.uuid()).min(1, "applications.errors.nobodyChosen").max(MOST_AT_ONCE);
const note = z.string().trim().max(500).optional();

export const submitSchema = z.object({
  submissionKey,
  listing: z.uuid(),
  from: z.uuid().optional(),
  message: z.string().trim().max(1000).optional(),
  consent: z.literal("on", "applications.errors.consent"),
});
export type SubmitApplication = z.output<typeof submitSchema>;

export const cohortSchema = z.object({
  submissionKey,
  listing: z.uuid(),
  students: z.array(z.uuid()).min(1, "applications.errors.nobodyChosen").max(MOST_AT_ONCE),
  message: z.string().trim().max(1000).optional(),
});
export type CohortApplication = z.output<typeof cohortSchema>;

/** What the host does with one or many applications at once. */
export const hostSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["read", "shortlist"]), ids }),
  z
    .object({
      intent: z.literal("reject"),
      ids,
      reason: z.enum(REJECT_REASONS),
      note,
      suggested: z.uuid().optional(),
    })
    .refine(({ reason, note: said }) => reason !== "other" || said, {
      path: ["note"],
      message: "applications.errors.noteNeeded",
    }),
  z.object({
    intent: z.literal("invite"),
    ids,
    on: day,
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "applications.errors.time"),
    minutes: z.number().int().min(10).max(240),
    way: z.enum(["on_site", "video", "phone"]),
    place: z.string().trim().min(1).max(300),
    interviewNote: note,
  }),
  z.object({ intent: z.literal("offer"), ids, until: day, offerNote: note }),
]);
export type HostAct = z.output<typeof hostSchema>;
export type HostActOf<I extends HostAct["intent"]> = Extract<HostAct, { intent: I }>;

const version = z.number().int();

/** What the student, or their school for them, does with one application. */
export const ownSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("share"), version, consent: z.literal("on", "applications.errors.consent") }),
  z.object({ intent: z.literal("accept"), version, consent: z.literal("on", "applications.errors.consent") }),
  z.object({ intent: z.enum(["decline", "withdraw"]), version, reason: z.enum(STUDENT_REASONS), note }),
  z.object({ intent: z.literal("confirm"), version, interview: z.uuid() }),
  z.object({
    intent: z.literal("change"),
    version,
    interview: z.uuid(),
    wish: z.string().trim().min(1).max(300),
  }),
]);
export type OwnAct = z.output<typeof ownSchema>;

export const profileSchema = z
  .object({
    version: z.number().int(),
    strengths: z.string().trim().max(800).optional(),
    skills: z.string().trim().max(800).optional(),
    languages: z.string().trim().max(300).optional(),
    wishRegions: z.array(z.string().max(60).optional()).max(5).optional(),
    wishLodging: z.enum(["unified", "home", "outside", "any"]).optional(),
    commuteMinutes: z.number().int().min(5).max(240).optional(),
    availableFrom: day.optional(),
    availableTo: day.optional(),
    wishes: z.string().trim().max(500).optional(),
  })
  .refine(
    ({ availableFrom, availableTo }) => !availableFrom || !availableTo || availableFrom <= availableTo,
    { path: ["availableTo"], message: "applications.errors.datesReversed" },
  );
export type ProfileInput = z.output<typeof profileSchema>;

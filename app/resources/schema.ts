import { z } from "zod";
import { daysBetween, isCivilDate } from "~/platform/time/clock";
import { RELATIONS, RESOURCE_KINDS } from "./rules/kinds";
import { minuteOf, PLAN_DAYS } from "./rules/sessions";

const civilDate = z.string().refine(isCivilDate, "errors.notADate");
const age = z.number().int().min(3).max(99);
const version = z.number().int();
const submissionKey = z.string().max(60).optional();
const reason = z.string().trim().min(2).max(300);

const timeOfDay = z.string().transform((text, ctx) => {
  const minute = minuteOf(text);
  if (minute !== null) return minute;
  ctx.addIssue({ code: "custom", message: "resources.errors.time" });
  return z.NEVER;
});

const resourceFields = z.object({
  submissionKey,
  kind: z.enum(RESOURCE_KINDS),
  title: z.string().trim().min(2).max(80),
  description: z.string().trim().min(10).max(2_000),
  place: z.string().trim().min(2).max(120),
  capacity: z.number().int().min(1).max(2_000),
  exclusive: z.boolean().optional(),
  minAge: age.optional(),
  maxAge: age.optional(),
  safetyNotice: z.string().trim().min(10).max(1_500),
  noticeDays: z.number().int().min(0).max(60),
});
const agesInOrder = (form: { minAge?: number; maxAge?: number }) => (form.minAge ?? 0) <= (form.maxAge ?? 99);
const AGES_TURNED = { path: ["maxAge"], message: "resources.errors.agesTurned" };

export const resourceForm = resourceFields.refine(agesInOrder, AGES_TURNED);
export const changeResourceForm = resourceFields.extend({ version }).refine(agesInOrder, AGES_TURNED);
export type ResourceForm = z.output<typeof resourceForm>;

export const sessionsForm = z
  .object({
    submissionKey,
    from: civilDate,
    to: civilDate,
    weekdays: z.array(z.number().int().min(1).max(7)).optional(),
    begins: timeOfDay,
    ends: timeOfDay,
  })
  .refine((form) => form.from <= form.to && daysBetween(form.from, form.to) < PLAN_DAYS, {
    path: ["to"],
    message: "resources.errors.planEnd",
  })
  .refine((form) => form.begins < form.ends, { path: ["ends"], message: "resources.errors.endsBefore" });
export type SessionsForm = z.output<typeof sessionsForm>;

export const resourceStateForm = z.object({ version, state: z.enum(["open", "closed"]) });
export const cancelSlotForm = z.object({ slot: z.uuid(), version, reason });

export const bookingForm = z.object({
  submissionKey,
  slot: z.uuid(),
  groupName: z.string().trim().min(2).max(60),
  people: z.number().int().min(1).max(2_000),
  adults: z.number().int().min(0).max(200).optional(),
  youngest: age,
  oldest: age,
  contact: z.string().trim().min(2).max(80),
  note: z.string().trim().max(500).optional(),
});
export type BookingForm = z.output<typeof bookingForm>;

export const cancelBookingForm = z.object({ version, reason });
export const classListForm = z.object({ version, list: z.string().max(60_000).optional() });
export const paperForm = z.object({ version, visitor: z.uuid(), guardian: z.string().trim().min(2).max(40) });
export const attendanceForm = z.object({
  version,
  visitors: z.array(z.uuid()).optional(),
  came: z.number().int().min(0).max(2_000).optional(),
});
export const guardianForm = z.object({
  answer: z.enum(["given", "refused"]),
  guardian: z.string().trim().min(2).max(40),
  relation: z.enum(RELATIONS),
});

export const resourcesQuery = z.object({
  kind: z.enum(RESOURCE_KINDS).optional(),
  day: civilDate.optional(),
  age: age.optional(),
  after: z.uuid().optional(),
});
export type ResourcesQuery = z.output<typeof resourcesQuery>;

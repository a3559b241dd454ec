import { z } from "zod";
import { isId } from "~/platform/id";
import { isCivilDate } from "~/platform/time/clock";
import { LONGEST_CLAUSE, MOST_CLAUSES, MOST_COMMITMENTS, MOST_PARTIES } from "./rules/content";
import { ELEMENTS, PARTY_ROLES, PURPOSES } from "./rules/kinds";
import { PLACEMENT_PLANS } from "./rules/life";

const id = z.string().refine(isId, "errors.notAUuid");
const civil = z.string().refine(isCivilDate, "errors.notADate");
const short = z.string().min(1).max(80);
const whole = z.number().int();
const reason = z.string().min(4).max(500);
const inOrder = { path: ["endsOn"], message: "errors.endBeforeStart" };

/** Rows left empty at the end of a form are not meant. */
const rows = <T extends z.ZodType>(row: T, most: number) => z.array(row).max(most).default([]);

export const draftForm = z
  .object({
    submissionKey: id,
    templateId: z.string().min(1).max(60),
    enquiryId: id.optional(),
    title: z.string().min(4).max(80),
    startsOn: civil,
    endsOn: civil,
    forms: z.array(whole.min(1).max(7)).max(7).default([]),
    partners: z
      .array(id)
      .min(1)
      .max(MOST_PARTIES - 1),
  })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, inOrder);

export type DraftAgreement = z.output<typeof draftForm>;

const clauseRow = z.object({
  id: z.string().max(60).optional(),
  purpose: z.enum(PURPOSES).default("other"),
  title: z.string().max(60).optional(),
  text: z.string().max(LONGEST_CLAUSE, "agreements.errors.longClause").optional(),
  remove: z.boolean().default(false),
});

const commitmentRow = z.object({
  id: z.string().max(60).optional(),
  title: z.string().max(80).optional(),
  quantity: whole.min(1).max(1_000_000_000).optional(),
  unit: z.string().max(12).optional(),
  dueOn: civil.optional(),
  byId: id.optional(),
  toId: id.optional(),
  owner: z.string().max(40).optional(),
  remove: z.boolean().default(false),
});

const organRow = z.object({
  name: short.optional(),
  duty: z.string().max(400).optional(),
  seats: whole.min(0).max(200).optional(),
});
const dutyRow = z.object({
  task: z.string().max(120).optional(),
  element: z.enum(ELEMENTS).optional(),
  responsibleId: id.optional(),
  accountableId: id.optional(),
  consulted: z.string().max(120).optional(),
  informed: z.string().max(120).optional(),
});
const percent = z.number().min(0).max(100).optional();
const benefitRow = z.object({
  what: z.string().max(80).optional(),
  rule: z.string().max(300).optional(),
  enterprise: percent,
  school: percent,
});

export const contentForm = z
  .object({
    base: whole,
    version: whole,
    title: z.string().min(4).max(80),
    startsOn: civil,
    endsOn: civil,
    reviewMonths: whole.min(0).max(24),
    signing: z.enum(["parallel", "sequential"]),
    note: z.string().max(300).optional(),
    clauses: rows(clauseRow, MOST_CLAUSES),
    commitments: rows(commitmentRow, MOST_COMMITMENTS),
    organs: rows(organRow, 20),
    duties: rows(dutyRow, 60),
    benefits: rows(benefitRow, 30),
  })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, inOrder);

export type ContentForm = z.output<typeof contentForm>;

export const commentForm = z.object({
  intent: z.literal("comment"),
  clauseId: z.string().min(1).max(60),
  text: z.string().min(2).max(1000),
});
export const moveForm = z.object({ version: whole, note: z.string().max(300).optional(), to: id.optional() });
export const partiesForm = z
  .object({ version: whole, add: id.optional(), remove: id.optional() })
  .refine(({ add, remove }) => Boolean(add) !== Boolean(remove), {
    path: ["add"],
    message: "errors.required",
  });
export type ChangeParties = z.output<typeof partiesForm>;
export const reasonForm = z.object({ version: whole, reason });

export const signatoryForm = z.object({
  personId: id,
  position: z.string().min(2).max(40),
  authority: z.enum(["legal_representative", "delegate"]),
  delegationUntil: civil.optional(),
});
export type NameSignatory = z.output<typeof signatoryForm>;

export const signForm = z.object({
  signatoryId: id,
  digest: z.string().length(64),
  password: z.string().min(1).max(200),
  consent: z.literal("on", "agreements.errors.consent"),
});

export const evidenceForm = z
  .object({
    submissionKey: id,
    quantity: whole.min(1).max(1_000_000_000).optional(),
    happenedOn: civil.optional(),
    note: z.string().max(600).optional(),
    record: z.string().max(80).optional(),
  })
  .refine((given) => given.record || given.quantity, { path: ["quantity"], message: "errors.required" })
  .refine((given) => given.record || given.happenedOn, {
    path: ["happenedOn"],
    message: "errors.required",
  });
export type SubmitEvidence = z.output<typeof evidenceForm>;

export const decisionForm = z
  .object({
    evidenceId: id,
    version: whole,
    decision: z.enum(["accept", "dispute", "withdraw"]),
    note: z.string().max(500).optional(),
  })
  .refine(({ decision, note }) => decision !== "dispute" || Boolean(note && note.length >= 4), {
    path: ["note"],
    message: "agreements.errors.disputeNote",
  });
export type DecideEvidence = z.output<typeof decisionForm>;

export const reviewForm = z.object({
  heldOn: civil,
  findings: z.string().min(4).max(2000),
  next: z.string().max(2000).default(""),
});

export const contributionForm = z
  .object({
    kind: z.enum(["cash", "equipment", "hours", "materials"]),
    source: z.enum(["own", "government", "shared"]),
    what: z.string().min(2).max(120),
    yuan: z.number().min(0).max(1_000_000_000).optional(),
    hours: whole.min(0).max(1_000_000).optional(),
    on: civil,
  })
  .refine(({ kind, hours, yuan }) => (kind === "hours" ? hours : yuan) !== undefined, {
    path: ["yuan"],
    message: "agreements.errors.contributionValue",
  });
export type AddContribution = z.output<typeof contributionForm>;

export const lifeForm = z
  .object({
    version: whole,
    action: z.enum(["suspend", "resume", "terminate"]),
    reason,
    placementPlan: z.enum(PLACEMENT_PLANS).optional(),
  })
  .refine(({ action, placementPlan }) => action !== "terminate" || placementPlan, {
    path: ["placementPlan"],
    message: "errors.required",
  });
export type ChangeLife = z.output<typeof lifeForm>;

export const meetingForm = z.object({
  organ: short,
  heldOn: civil,
  attended: whole.min(1).max(1000),
  minutes: z.string().max(3000).default(""),
  decisions: z.string().min(2).max(2000),
  actionTitle: z.string().max(120).optional(),
  actionOwnerId: id.optional(),
  actionDueOn: civil.optional(),
  element: z.enum(ELEMENTS).default("base"),
});
export type HoldMeeting = z.output<typeof meetingForm>;

export const taskForm = z.object({
  element: z.enum(ELEMENTS),
  title: z.string().min(2).max(120),
  ownerId: id,
  dueOn: civil,
});
export type AddTask = z.output<typeof taskForm>;
export const finishTaskForm = z.object({ taskId: id, version: whole, evidence: z.string().min(4).max(600) });

export const roleNames = z.enum(PARTY_ROLES);

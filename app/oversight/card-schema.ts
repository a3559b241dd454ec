import { z } from "zod";
import { isCivilDate } from "~/platform/time/clock";
import { CARD_MEASURES } from "./rules/cards/measures";
import { PROPOSAL_KINDS } from "./rules/cards/proposals";

const version = z.number().int();
const submissionKey = z.string().max(60).optional();
const civil = (message: string) => z.string(message).refine(isCivilDate, message);
const words = (message: string, least = 5) => z.string(message).trim().min(least, message).max(2000);
/** Per cent as people type it, kept as basis points. */
const percent = (message: string) =>
  z
    .number(message)
    .min(0, message)
    .max(10_000, message)
    .transform((value) => Math.round(value * 100));

export const cardAnswerForm = z.object({
  intent: z.literal("answer"),
  version,
  text: words("cards.errors.text"),
  submissionKey,
});
export type CardAnswerInput = z.infer<typeof cardAnswerForm>;

export const cardDecisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), version, note: z.string().trim().max(1000).optional() }),
  z.object({ intent: z.literal("withdraw"), version, reason: words("cards.errors.withdrawReason", 10) }),
]);

export const computeForm = z.object({ intent: z.literal("compute"), submissionKey });

export const criterionForm = z.object({
  criterion: z.enum(CARD_MEASURES, "cards.errors.criterion"),
  yellow: percent("cards.errors.yellow"),
  red: percent("cards.errors.red"),
  leastCases: z.number("cards.errors.leastCases").int("cards.errors.leastCases").max(10_000),
  validFrom: civil("errors.notADate"),
  document: z.string("cards.errors.document").trim().min(4, "cards.errors.document").max(200),
  reason: words("cards.errors.changeReason"),
  submissionKey,
});
export type CriterionInput = z.infer<typeof criterionForm>;

export const cardReasonForm = z.object({
  measure: z.enum(CARD_MEASURES),
  reason: z
    .string("indicators.errors.reason")
    .trim()
    .min(10, "indicators.errors.reason")
    .max(300, "indicators.errors.reason"),
});

export const proposalForm = z
  .object({
    kind: z.enum(PROPOSAL_KINDS, "cards.errors.kind"),
    /** programme of the school, for adjusting and withdrawing */
    programme: z.string().max(60).optional(),
    /** major of the catalogue, for adding */
    majorCode: z.string().trim().max(20).optional(),
    seats: z
      .number("cards.errors.seats")
      .int("cards.errors.seats")
      .min(1, "cards.errors.seats")
      .max(5_000)
      .optional(),
    text: words("cards.errors.proposalText", 20),
    submissionKey,
  })
  .refine(({ kind, programme }) => kind === "add" || (programme ?? "") !== "", {
    path: ["programme"],
    message: "cards.errors.programme",
  })
  .refine(({ kind, majorCode }) => kind !== "add" || (majorCode ?? "") !== "", {
    path: ["majorCode"],
    message: "cards.errors.major",
  })
  .refine(({ kind, seats }) => kind !== "add" || seats !== undefined, {
    path: ["seats"],
    message: "cards.errors.seats",
  });
export type ProposalInput = z.infer<typeof proposalForm>;

export const proposalDecisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("consider"), version, reason: z.string().trim().max(1000).optional() }),
  z.object({ intent: z.literal("accept"), version, reason: words("cards.errors.decisionReason") }),
  z.object({ intent: z.literal("return"), version, reason: words("cards.errors.decisionReason") }),
]);
export type ProposalDecision = z.infer<typeof proposalDecisionForm>;

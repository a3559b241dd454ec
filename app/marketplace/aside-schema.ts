import { z } from "zod";
import { ASIDE_REASONS } from "~/matching/rules/asides";
import { isId } from "~/platform/id";

const id = z.string().refine(isId, "errors.notAUuid");
const KINDS = ["post", "listing", "programme"] as const;

const said = z.object({
  subject: z.string().regex(/^(?:programme|listing):[0-9a-f-]{36}$/, "errors.notAChoice"),
  kind: z.enum(KINDS),
  refId: id,
  reason: z.enum(ASIDE_REASONS, "errors.required"),
  note: z.string().max(200).optional(),
});

const NOTE = { path: ["note"], message: "matches.aside.errors.noteNeeded" };

/** What a posted form on a page of suggestions asks for. */
export const asideFormSchema = z
  .discriminatedUnion("intent", [
    said.extend({ intent: z.literal("aside") }),
    z.object({ intent: z.literal("takeBack"), aside: id }),
    z.object({ intent: z.literal("order"), personalised: z.enum(["yes", "no"]) }),
  ])
  .refine((form) => form.intent !== "aside" || form.reason !== "other" || Boolean(form.note), NOTE);

export type AsideForm = z.output<typeof asideFormSchema>;
export type PutAside = z.output<typeof said>;

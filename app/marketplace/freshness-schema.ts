import { z } from "zod";
import { isId } from "~/platform/id";

const id = z.string().refine(isId, "errors.notAUuid");

export const freshnessForm = z.object({
  intent: z.enum(["stands", "full"]),
  listings: z.array(id).max(100).default([]),
});

export type FreshnessAnswer = z.output<typeof freshnessForm>;

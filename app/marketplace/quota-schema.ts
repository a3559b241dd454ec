import { z } from "zod";
import { MOST_PER_MONTH } from "./rules/enquiry-quota";

const version = z.number().int().min(0);

export const quotaForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("set"),
    version,
    perMonth: z.number().int().min(1).max(MOST_PER_MONTH),
  }),
  z.object({ intent: z.literal("lift"), version }),
]);

export type SetQuota = z.output<typeof quotaForm>;

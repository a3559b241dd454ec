import { z } from "zod";
import { WEBHOOK_EVENTS } from "./rules/webhook-events";

export const endpointForm = z.object({
  url: z.string().max(500),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1),
  submissionKey: z.uuid().optional(),
});
export type EndpointInput = z.output<typeof endpointForm>;

export const endpointMove = z.object({
  intent: z.enum(["pause", "resume", "remove"]),
  version: z.number().int(),
});
export type EndpointMove = z.output<typeof endpointMove>;

export const pingForm = z.object({ submissionKey: z.uuid().optional() });
export const resendForm = z.object({ message: z.uuid() });

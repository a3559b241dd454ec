import { z } from "zod";
import { isId } from "~/platform/id";
import { PACES } from "./rules/saved-search";

const id = z.string().refine(isId, "errors.notAUuid");
const name = z.string().trim().min(1).max(60);
const pace = z.enum(PACES);
const version = z.number().int();

export const saveSearchForm = z.object({
  submissionKey: id,
  name,
  pace,
  query: z.string().min(1, "searches.errors.empty").max(500),
});
export type SaveSearch = z.output<typeof saveSearchForm>;

export const changeSearchForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), id, version, name, pace }),
  z.object({ intent: z.enum(["stop", "resume", "delete"]), id, version }),
]);
export type ChangeSearch = z.output<typeof changeSearchForm>;

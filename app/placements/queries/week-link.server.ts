import { read } from "~/platform/db/client.server";
import type { Refusal } from "~/platform/result";
import { confirmerOf } from "../week-confirmer.server";
import { type WeekToConfirm, weeksToConfirm } from "../week-rows.server";

/**
 * What a mentor's letter opens: the week of all their interns. Goes in: the token, who is signed in on this browser (null
 * for nobody), now. Comes out: the Monday and the records, open and already confirmed; or the refusal to be said. Opening
 * changes nothing.
 */
export const weekLinkPage = async (
  token: string,
  readerId: string | null,
  now: Date,
): Promise<{ refusal: Refusal } | { monday: string; weeks: WeekToConfirm[] }> => {
  const confirmer = await confirmerOf(read, { by: "link", token, readerId }, now);
  if ("refusal" in confirmer) return confirmer;
  return {
    monday: confirmer.monday ?? "",
    weeks: await weeksToConfirm(read, confirmer.where, confirmer.monday),
  };
};

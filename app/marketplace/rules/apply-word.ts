import { mayWrite, type Person } from "~/identity/actor";
import { isPlacementKind, type ListingKind } from "./kinds";

/**
 * Which way to apply a reader is offered on the page of a listing. Goes in: the reader, if signed in, and the listing.
 * Comes out: "apply" for a student, "applyClass" for a school's office, null for everybody else and for a listing that
 * puts nobody into a workplace or is not open. Students do not choose an observation themselves. House rule.
 */
export const applyWord = (
  reader: Person | null,
  listing: { kind: ListingKind; direction: string; state: string; startsOn: string | null },
): "apply" | "applyClass" | null => {
  const organization = reader?.organization;
  if (organization?.kind !== "school" || listing.state !== "published" || listing.startsOn === null)
    return null;
  if (listing.direction !== "offer" || !isPlacementKind(listing.kind)) return null;
  if (organization.role === "student") return listing.kind === "observation" ? null : "apply";
  return mayWrite({ organization }) ? "applyClass" : null;
};

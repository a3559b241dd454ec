import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { SuggestionFacts } from "~/matching/rules/asides";
import { read } from "~/platform/db/client.server";
import { weigh, weighProgrammes } from "./find-matches.server";
import { type PlaceKind, placesOf } from "./match-candidates.sqlite.server";
import { listingSubject, type MatchSubject, programmeSubject } from "./match-subjects.server";
import { factsForAsides } from "./sort-out.server";

/** Reads "programme:ID" or "listing:ID" as the own subject of a list; null for anything else or another's. */
export const ownSubject = async (
  key: string,
  organizationId: string,
  today: string,
): Promise<MatchSubject | null> => {
  const [kind, id = ""] = key.split(":");
  const subject = kind === "programme" ? await programmeSubject(id, today) : await listingSubject(id);
  return subject?.organization.id === organizationId ? subject : null;
};

const titleOf = async (kind: PlaceKind, refId: string, partyId: string): Promise<string> => {
  const party = await read.organization.findUnique({ where: { id: partyId }, select: { name: true } });
  const name = party?.name ?? "";
  if (kind === "listing") {
    const listing = await read.listing.findUnique({ where: { id: refId }, select: { title: true } });
    return `${listing?.title ?? ""} · ${name}`;
  }
  if (kind === "post") return name;
  const programme = await read.programme.findUnique({ where: { id: refId }, select: { name: true } });
  return `${programme?.name ?? ""} · ${name}`;
};

/**
 * One suggestion with the facts a reason may be about and what it is called. In: the own subject, the suggestion, today's
 * civil date. Out: null when matching does not suggest it for this subject (not public, the own organization's).
 */
export const suggestionOf = async (
  subject: MatchSubject,
  kind: PlaceKind,
  refId: string,
  today: string,
): Promise<(SuggestionFacts & { title: string }) | null> => {
  if ((kind === "programme") !== (subject.side === "listing")) return null;
  const snapshot = await catalogue();
  const places = placesOf(kind, refId);
  const weighed =
    subject.side === "listing"
      ? weighProgrammes(subject, places, snapshot, today)
      : weigh(subject, places, snapshot, today);
  const [facts] = factsForAsides(kind, weighed);
  return facts ? { ...facts, title: await titleOf(kind, refId, facts.partyId) } : null;
};

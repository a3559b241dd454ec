import type { Person } from "~/identity/actor";
import { shownWording, wordingOn } from "~/identity/rules/consent-wordings";
import { recipientName, studentFacts } from "~/identity/student-facts.server";
import { matchesForProgramme } from "~/marketplace/queries/find-matches.server";
import { labelMatches } from "~/marketplace/queries/label-matches.server";
import { programmeSubject } from "~/marketplace/queries/match-subjects.server";
import { read } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/words";
import { civilDate } from "~/platform/time/clock";
import { standingOf } from "../application-consents.server";
import { listingToContinue } from "../host-change-listing.server";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { OPEN_CHANGES } from "../rules/host-change";
import { termsView } from "../terms-view.server";

/** Places offered to choose from: the best of so many matches that can be taken now. */
const LOOKED_AT = 20;
const OFFERED = 6;
const MOST_CHANGES = 20;

type Placement = NonNullable<Awaited<ReturnType<typeof ownPlacement>>>["placement"];

/** Places other hosts offer for the student's programme, best first with their reasons, that can go on from today. */
const offersFor = async (placement: Placement, today: string) => {
  const subject = await programmeSubject(placement.programmeId, today);
  if (!subject) return [];
  const { listings } = await matchesForProgramme(subject, today, LOOKED_AT);
  const offers = [];
  for (const match of await labelMatches(listings.matches)) {
    const offer = await listingToContinue(read, match.refId, placement, today, today);
    if (offer) offers.push({ match, offer });
    if (offers.length === OFFERED) break;
  }
  return Promise.all(
    offers.map(async ({ match, offer }) => ({
      listingId: offer.listingId,
      hostName: offer.hostName,
      title: match.title,
      parts: match.parts,
      improve: match.improve,
      offered: offer.offered,
      terms: await termsView(offer.terms),
    })),
  );
};

/** An open proposal as its reader sees it: where to, on what terms, whose word is wanted, the wording a student agrees to. */
const openProposal = async (placement: Placement, today: string, language: Language) => {
  const change = await read.hostChange.findFirst({
    where: { placementId: placement.id, state: { in: [...OPEN_CHANGES] } },
    orderBy: { askedAt: "desc" },
  });
  if (!change) return null;
  const from = change.startsOn > today ? change.startsOn : today;
  const [offer, student, hostName, standing] = await Promise.all([
    listingToContinue(read, change.listingId, placement, from, today),
    studentFacts(read, placement.studentId),
    recipientName(read, change.toHostId),
    standingOf(read, placement.studentId, "share_application", change.toHostId, today),
  ]);
  const names = { student: student?.name ?? "", school: student?.school ?? "", recipient: hostName };
  return {
    id: change.id,
    version: change.version,
    state: change.state,
    reason: change.reason,
    note: change.note,
    host: { id: change.toHostId, name: hostName ?? "" },
    terms: offer && (await termsView(offer.terms)),
    waitsForGuardian: change.state === "agreed" && standing?.complete !== true,
    wording: shownWording(wordingOn("share_application", today), language, names),
  };
};

/**
 * The change of host of one placement. Goes in: who looks, its id, now, the language. Comes out: the open proposal and what
 * this reader may do with it; for the school places to propose, best first; where the record came from and went on; null
 * when it is not theirs, and for a host or mentor, who learn of a change when it has happened.
 */
export const hostChangePage = async (actor: Person, id: string, now: Date, language: Language) => {
  const own = await ownPlacement(read, actor, id);
  if (!own || own.as === "host" || own.as === "mentor") return null;
  const { placement, as } = own;
  const today = civilDate(now);
  const school = moverOf(as, actor) === "school";
  const running = placement.state === "in_progress" || placement.state === "paused";
  const open = await openProposal(placement, today, language);
  const [earlier, hosts] = await Promise.all([
    read.hostChange.findMany({
      where: { placementId: id, state: { notIn: [...OPEN_CHANGES] } },
      orderBy: { askedAt: "desc" },
      take: MOST_CHANGES,
      select: { id: true, state: true, toHostId: true, askedAt: true, newPlacementId: true },
    }),
    read.placement.findMany({
      where: { OR: [{ continuesId: id }, { id: placement.continuesId ?? "" }] },
      take: 2,
      select: { id: true, hostId: true, startsOn: true, continuesId: true },
    }),
  ]);
  const names = await read.organization.findMany({
    where: { id: { in: [...earlier.map((one) => one.toHostId), ...hosts.map((one) => one.hostId)] } },
    select: { id: true, shortName: true },
  });
  const nameOf = (hostId: string) => names.find((one) => one.id === hostId)?.shortName ?? "";
  return {
    id,
    today,
    lastDay: placement.endsOn,
    open,
    mayAnswer: open?.state === "asked" && as === "student",
    mayWithdraw: open !== null && school,
    offers: school && running && !open ? await offersFor(placement, today) : [],
    mayPropose: school && running && !open,
    earlier: earlier.map((one) => ({
      id: one.id,
      state: one.state,
      host: nameOf(one.toHostId),
      on: civilDate(one.askedAt),
    })),
    cameFrom: hosts
      .filter((one) => one.id === placement.continuesId)
      .map((one) => ({ id: one.id, host: nameOf(one.hostId) }))[0],
    wentOn: hosts
      .filter((one) => one.continuesId === id)
      .map((one) => ({ id: one.id, host: nameOf(one.hostId), on: one.startsOn }))[0],
  };
};

export type HostChangePage = NonNullable<Awaited<ReturnType<typeof hostChangePage>>>;

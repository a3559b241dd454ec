import { publishListing } from "~/marketplace/commands/publish-listing.server";
import { saveListingStep } from "~/marketplace/commands/save-listing-step.server";
import { startListing } from "~/marketplace/commands/start-listing.server";
import { readStep } from "~/marketplace/listing-schema";
import type { Direction, ListingKind } from "~/marketplace/rules/kinds";
import type { FieldStep } from "~/marketplace/rules/listing-fields";
import { fieldsOf } from "~/marketplace/rules/listing-kinds";
import type { read } from "~/platform/db/client.server";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

export type Said = Record<string, string | readonly string[]>;

const formOf = (said: Said): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form;
};

const FIELD_STEPS: readonly FieldStep[] = ["about", "terms", "rules"];

/** Drafts a listing by the forms people fill, step by step, at an instant. Comes out: its id and version. */
export const draftListing = async (
  speaker: CastMember,
  at: Date,
  of: { kind: ListingKind; direction: Direction; said: Said },
): Promise<{ id: string; version: number }> => {
  const ctx = ctxAt(speaker, at);
  const { id } = must(await startListing(ctx, { kind: of.kind, direction: of.direction }));
  let version = 1;
  for (const step of FIELD_STEPS) {
    if (fieldsOf(of.kind, of.direction, step).length === 0) continue;
    const done = must(
      await saveListingStep(ctx, id, {
        step,
        version,
        read: readStep(formOf(of.said), of.kind, of.direction, step),
      }),
    );
    version = done.version;
  }
  return { id, version };
};

/** Drafts and publishes; with the owner's reason where a rule warns. Comes out: the listing's id. */
export const publishByForms = async (
  speaker: CastMember,
  at: Date,
  of: { kind: ListingKind; direction: Direction; said: Said; reason?: string },
): Promise<string> => {
  const { id, version } = await draftListing(speaker, at, of);
  const done = await publishListing(ctxAt(speaker, at), id, {
    version,
    ...(of.reason ? { reason: of.reason } : {}),
  });
  if (!done.ok)
    throw new Error(`${speaker.name}: ${of.said.title}: ${JSON.stringify(done.refusal).slice(0, 1500)}`);
  return id;
};

type Post = Awaited<ReturnType<typeof read.post.findMany>>[number];

/** What a firm's form says of a place on a post: within the ratios, paid above the line, by day. */
export const placeSaid = (
  calendar: Calendar,
  of: {
    post: Post;
    title: string;
    summary: string;
    majors: readonly string[];
    region: string;
    address: string;
    seats: number;
    startsIn: number;
    days: number;
    minors: boolean;
    lodging: boolean;
    payShare: number;
  },
): Said => {
  const wage = (of.post.samePostPayFen ?? 500_000) / 100;
  return {
    title: of.title,
    summary: of.summary,
    majors: of.majors,
    region: of.region,
    address: of.address,
    openUntil: calendar.day(of.startsIn - 10),
    post: of.post.id,
    occupation: of.post.occupationCode,
    seats: String(of.seats),
    startsOn: calendar.day(of.startsIn),
    endsOn: calendar.day(of.startsIn + of.days),
    payMin: String(Math.ceil((wage * of.payShare) / 50) * 50),
    payMax: String(Math.round((wage * (of.payShare + 0.08)) / 50) * 50),
    samePostPay: String(wage),
    lodging: of.lodging ? "yes" : "no",
    apprenticeStatus: "student",
    targetLevel: "level4",
    menteesPerMentor: "2",
    alternation: "每月在企业三周、在校一周，寒暑假按校历",
    tasks: ["看图与工艺准备", "按师傅安排独立完成一道工序", "自检、记录与交接"].join("\n"),
    hoursPerDay: "8",
    hoursPerWeek: "40",
    nightShifts: "no",
    labourIntensity: String(of.post.labourIntensity ?? 2),
    hazards: "none",
    minorsWelcome: of.minors ? "yes" : "no",
    sexRestricted: "no",
    fees: "none",
    postHeadcount: String(of.post.headcount),
    currentInterns: "0",
    currentInternsOnPost: "0",
    insuranceBy: "school",
    lawful: "on",
  };
};

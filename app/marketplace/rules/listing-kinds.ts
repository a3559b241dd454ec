import type { OrganizationKind } from "~/identity/actor";
import { type Direction, LISTING_KINDS, type ListingKind } from "./kinds";
import type { FieldName, FieldStep } from "./listing-fields";

type FieldUse = { step: FieldStep; name: FieldName; required: boolean };

type KindRule = {
  parties: Record<Direction, readonly OrganizationKind[]>;
  fields: Record<Direction, readonly FieldUse[]>;
};

/** "name!" is asked before publishing. */
const uses = (step: FieldStep, names: string): FieldUse[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ step, name: name.replace("!", "") as FieldName, required: name.endsWith("!") }));

const ABOUT = uses("about", "title! summary! majors! region! address openUntil!");
const ABOUT_ANY_MAJOR = uses("about", "title! summary! majors region! address openUntil!");

const POST_TERMS =
  "post occupation! seats! startsOn! endsOn! payMin! payMax samePostPay lowestTierPay lodging!";
const POST_RULES =
  "tasks! hoursPerDay! hoursPerWeek! nightShifts! labourIntensity! hazards! minorsWelcome! sexRestricted! fees! postHeadcount! currentInterns! currentInternsOnPost! insuranceBy! lawful!";

const sought = (extra: string) => [...ABOUT, ...uses("terms", `seats! startsOn endsOn ${extra}`)];

const HOSTS = ["enterprise", "park", "industry_body"] as const;
const SCHOOLS = ["school"] as const;

/**
 * The nine kinds: who may offer and who may seek each, which fields it has on which step, and which of them must be
 * there to publish. What a chosen post already says (occupation, wage, hazards, head-count) is not asked again.
 * Source: product vocabulary of the house; the placement kinds follow the facts the internship rules ask for.
 */
export const KIND_RULES: Record<ListingKind, KindRule> = {
  apprenticeship: {
    parties: { offer: HOSTS, seek: SCHOOLS },
    fields: {
      offer: [
        ...ABOUT,
        ...uses("terms", `${POST_TERMS} apprenticeStatus! targetLevel! menteesPerMentor! alternation!`),
        ...uses("rules", POST_RULES),
      ],
      seek: sought("occupation targetLevel lodging"),
    },
  },
  internship: {
    parties: { offer: HOSTS, seek: SCHOOLS },
    fields: {
      offer: [...ABOUT, ...uses("terms", POST_TERMS), ...uses("rules", POST_RULES)],
      seek: sought("occupation lodging"),
    },
  },
  observation: {
    parties: { offer: HOSTS, seek: SCHOOLS },
    fields: {
      offer: [
        ...ABOUT,
        ...uses("terms", "occupation seats! startsOn! endsOn! visitDays! lodging"),
        ...uses(
          "rules",
          "labourIntensity! hazards! minorsWelcome! sexRestricted! fees! safetyNotice! lawful!",
        ),
      ],
      seek: sought("visitDays!"),
    },
  },
  training_base: {
    parties: { offer: ["enterprise", "school", "park"], seek: ["school", "enterprise"] },
    fields: {
      offer: [
        ...ABOUT,
        ...uses(
          "terms",
          "stations! seats! equipmentList! openHours! startsOn endsOn lodging minorsWelcome! safetyNotice",
        ),
      ],
      seek: sought("stations openHours equipmentList"),
    },
  },
  joint_project: {
    parties: {
      offer: ["enterprise", "school", "industry_body", "park"],
      seek: ["enterprise", "school", "industry_body", "park"],
    },
    fields: {
      offer: [
        ...ABOUT,
        ...uses("terms", "projectForm! occupation seats startsOn! endsOn! deliverables! ipTerms"),
      ],
      seek: [
        ...ABOUT,
        ...uses("terms", "projectForm! occupation seats startsOn endsOn deliverables! ipTerms"),
      ],
    },
  },
  teacher_practice: {
    parties: { offer: HOSTS, seek: SCHOOLS },
    fields: {
      offer: [
        ...ABOUT,
        ...uses("terms", "occupation seats! practiceDays! startsOn! endsOn! topics! allowance lodging!"),
      ],
      seek: [...ABOUT, ...uses("terms", "occupation seats! practiceDays! startsOn endsOn topics")],
    },
  },
  industry_tutor: {
    parties: { offer: ["enterprise", "industry_body"], seek: SCHOOLS },
    fields: {
      offer: [...ABOUT, ...uses("terms", "subject! teachingHours! occupation startsOn endsOn lessonFee")],
      seek: [...ABOUT, ...uses("terms", "subject! teachingHours! occupation startsOn endsOn lessonFee")],
    },
  },
  equipment: {
    parties: { offer: ["enterprise", "park"], seek: SCHOOLS },
    fields: {
      offer: [
        ...ABOUT_ANY_MAJOR,
        ...uses("terms", "transfer! equipmentList! quantity! worth! condition! startsOn endsOn"),
      ],
      seek: [...ABOUT_ANY_MAJOR, ...uses("terms", "transfer! equipmentList! quantity!")],
    },
  },
  experience_day: {
    parties: { offer: ["enterprise", "school", "park"], seek: ["general_school", "school"] },
    fields: {
      offer: [...ABOUT_ANY_MAJOR, ...uses("terms", "ageFrom! ageTo! seats! startsOn! endsOn safetyNotice!")],
      seek: [...ABOUT_ANY_MAJOR, ...uses("terms", "ageFrom! ageTo! seats! startsOn endsOn")],
    },
  },
};

/** The kinds an organization may offer or seek, in the order people choose them. */
export const kindsFor = (party: OrganizationKind): { kind: ListingKind; directions: Direction[] }[] =>
  LISTING_KINDS.map((kind) => ({
    kind,
    directions: (["offer", "seek"] as const).filter((direction) =>
      KIND_RULES[kind].parties[direction].includes(party),
    ),
  })).filter(({ directions }) => directions.length > 0);

/** Whether an organization of this kind may offer or seek such a listing. House rule. */
export const mayList = (party: OrganizationKind, kind: ListingKind, direction: Direction): boolean =>
  KIND_RULES[kind].parties[direction].includes(party);

/** The fields of one step, or of all; `required` as asked before publishing. */
export const fieldsOf = (kind: ListingKind, direction: Direction, step?: FieldStep): readonly FieldUse[] =>
  KIND_RULES[kind].fields[direction].filter((use) => step === undefined || use.step === step);

/** The steps a draft of this kind has: those with fields, then the check. */
export const stepsOf = (
  kind: ListingKind,
  direction: Direction,
): ("about" | "terms" | "rules" | "check")[] => [
  ...(["about", "terms", "rules"] as const).filter((step) => fieldsOf(kind, direction, step).length > 0),
  "check",
];

/** Fields a chosen post answers for. */
export const SAID_BY_POST: readonly FieldName[] = [
  "occupation",
  "samePostPay",
  "labourIntensity",
  "hazards",
  "postHeadcount",
];

import { type AgreementRecords, agreementRecords } from "~/agreements/queries/dossier-records.server";
import type { MemberCtx } from "~/identity/actor";
import { programmeRecords } from "~/organizations/queries/programme-records.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { resourceRecords } from "~/resources/queries/dossier-records.server";
import { figuresOfScope } from "./queries/indicator-figures.server";
import { SHEET_FILE } from "./queries/sheet-page.server";
import { suppliedOrigins } from "./queries/supplied-sums.sqlite.server";
import type { DossierFact, EvidenceFile } from "./rules/dossiers/content";
import type { DossierWant } from "./rules/dossiers/packs";
import { indicatorOf } from "./rules/indicators/catalogue";
import { snapshotOf } from "./rules/indicators/snapshot";

const MOST_FACTS = 60;
const YEARS = 3;

const sheetFiles = async (sheetIds: readonly string[]): Promise<ReadonlyMap<string, EvidenceFile>> => {
  const found = await read.storedFile.findMany({
    where: { subjectType: SHEET_FILE, subjectId: { in: [...new Set(sheetIds)] } },
    select: { id: true, name: true, sha256: true, bytes: true, subjectId: true },
  });
  return new Map(found.map(({ subjectId, ...file }) => [subjectId, file]));
};

/** The latest figure of each indicator within three years, as it may leave the organization. */
const figureFacts = async (ctx: MemberCtx, indicators: readonly string[]): Promise<DossierFact[]> => {
  const today = civilDate(ctx.clock.now());
  const scope = { kind: "organization", id: ctx.actor.organizationId } as const;
  const years = Array.from({ length: YEARS }, (_, back) => String(Number(today.slice(0, 4)) - back));
  const byYear = years.map((year) => ({
    year,
    figures: figuresOfScope(scope, year, today, { leaves: true }),
  }));
  const latest = indicators.flatMap((id) => {
    const found = byYear.find(({ figures }) =>
      figures.some(
        ({ indicatorId, state }) => indicatorId === id && (state === "told" || state === "withheld"),
      ),
    );
    const indicator = indicatorOf(id);
    const year = found?.year ?? years[0] ?? "";
    const figure = (found ?? byYear[0])?.figures.find(({ indicatorId }) => indicatorId === id);
    const [kept] = figure ? snapshotOf({ place: "", year, asOf: today, figures: [figure] }).figures : [];
    if (!indicator || !kept) return [];
    const [origin] = indicator.supply === "imported" ? suppliedOrigins(id, year, scope, 1) : [];
    return [{ id, year, kept, origin }];
  });
  const files = await sheetFiles(latest.flatMap(({ origin }) => origin?.sheetId ?? []));
  return latest.map(({ id, year, kept, origin }) => ({
    kind: "figure",
    year,
    figure: kept,
    day: origin ? civilDate(new Date(origin.confirmedAt)) : today,
    href: `/oversight/indicators/${id}?year=${year}`,
    file: origin ? (files.get(origin.sheetId) ?? null) : null,
  }));
};

const fromAgreements = (records: AgreementRecords, want: DossierWant): DossierFact[] => {
  const title = (id: string): string => records.agreements.find((one) => one.id === id)?.title ?? "";
  const href = (id: string): string => `/agreements/${id}`;
  switch (want.source) {
    case "agreements":
      return records.agreements
        .filter(({ kind }) => want.kinds.includes(kind))
        .map(({ id, partners, day, file, ...one }) => ({
          kind: "record",
          title: one.title,
          detail: partners.slice(0, 6).join("、"),
          day,
          href: href(id),
          file,
        }));
    case "deliveries":
      return records.deliveries.map(({ agreementId, commitmentId, note, day, file }) => ({
        kind: "record",
        title: title(agreementId),
        detail: note.slice(0, 120),
        day,
        href: `${href(agreementId)}/commitments/${commitmentId}`,
        file,
      }));
    case "contributions":
      return records.contributions.map(({ agreementId, what, by, amountFen, hours, day }) => ({
        kind: "amount",
        title: what,
        by,
        fen: amountFen,
        hours,
        day,
        href: href(agreementId),
        file: null,
      }));
    case "meetings":
      return records.meetings.map(({ agreementId, organ, attended, day }) => ({
        kind: "meeting",
        title: organ,
        of: title(agreementId),
        attended,
        day,
        href: `${href(agreementId)}/consortium`,
        file: null,
      }));
    case "tasks":
      return records.tasks.map((one) => ({
        kind: "record",
        title: one.title,
        detail: title(one.agreementId),
        day: one.day,
        href: `${href(one.agreementId)}/consortium`,
        file: null,
      }));
    default:
      return [];
  }
};

const resourceFacts = async (organizationId: string, kinds: readonly string[]): Promise<DossierFact[]> =>
  (await resourceRecords(organizationId))
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, title, capacity, sessions, people, createdAt }) => ({
      kind: "resource",
      title,
      capacity,
      sessions,
      people,
      day: civilDate(createdAt),
      href: `/resources/${id}`,
      file: null,
    }));

const programmeFacts = async (organizationId: string): Promise<DossierFact[]> =>
  (await programmeRecords(organizationId)).map(({ id, majorCode, name, seats, createdAt }) => ({
    kind: "programme",
    title: `${majorCode} ${name}`,
    seats,
    day: civilDate(createdAt),
    href: `/organization/programmes/${id}`,
    file: null,
  }));

/**
 * Finds the facts of every want. Goes in: the member, the wants of a pack. Comes out: by want its facts with day, link and
 * file, the newest first, at most sixty each.
 */
export const dossierFacts = async (
  ctx: MemberCtx,
  wants: readonly DossierWant[],
): Promise<ReadonlyMap<string, readonly DossierFact[]>> => {
  const { organizationId } = ctx.actor;
  const records = await agreementRecords(organizationId);
  const found = new Map<string, readonly DossierFact[]>();
  for (const want of wants) {
    const facts =
      want.source === "figure"
        ? await figureFacts(ctx, want.indicators)
        : want.source === "resources"
          ? await resourceFacts(organizationId, want.kinds)
          : want.source === "programmes"
            ? await programmeFacts(organizationId)
            : fromAgreements(records, want);
    found.set(want.id, facts.slice(0, MOST_FACTS));
  }
  return found;
};

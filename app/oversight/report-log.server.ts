import { randomBytes } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { absoluteText } from "~/ui/when";
import type { Translator } from "~/words/translate";
import { type CopyMark, type ReportFormat, type ReportKind, referenceFrom } from "./rules/report-kinds";

/** A report somebody takes away: whose it is and what it is called. */
export type ReportSubject = {
  kind: ReportKind;
  subjectId: string;
  organizationId: string;
  regionCode: string;
  title: string;
};

/** Writes one download into the log, inside the change that makes it. Comes out: its id and what the copy says of itself. */
export const logDownload = async (
  tx: Tx,
  ctx: MemberCtx,
  subject: ReportSubject,
  format: ReportFormat,
): Promise<{ id: string; mark: CopyMark }> => {
  const at = ctx.clock.now();
  const id = newId(at.getTime());
  const reference = referenceFrom(randomBytes(10));
  await tx.reportDownload.create({
    data: {
      id,
      reference,
      ...subject,
      format,
      readerId: ctx.actor.personId,
      readerName: ctx.actor.name,
      readerOrgId: ctx.actor.organizationId,
      readerOrgName: ctx.actor.organization.name,
      at,
    },
  });
  const mark = {
    organization: ctx.actor.organization.name,
    person: ctx.actor.name,
    at: at.toISOString(),
    reference,
  };
  return { id, mark };
};

/** The same for a download of its own, where nothing else changes. */
export const logged = (
  ctx: MemberCtx,
  subject: ReportSubject,
  format: ReportFormat,
): Promise<{ id: string; mark: CopyMark }> => inTransaction((tx) => logDownload(tx, ctx, subject, format));

/** What a copy says of itself, in one line: for whom, when, under which reference. */
export const markText = (
  { organization, person, at, reference }: CopyMark,
  { room, language }: Translator,
): string =>
  room("reports")("downloads.mark", { organization, person, when: absoluteText(at, language), reference });

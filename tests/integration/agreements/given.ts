import { approveDocument } from "~/agreements/commands/approve-document.server";
import { draftAgreement } from "~/agreements/commands/draft-agreement.server";
import { nameSignatory } from "~/agreements/commands/name-signatory.server";
import { openSigning } from "~/agreements/commands/open-signing.server";
import { saveAgreementText } from "~/agreements/commands/save-document.server";
import { sendDocument } from "~/agreements/commands/send-document.server";
import { signDocument } from "~/agreements/commands/sign-document.server";
import type { AgreementContent } from "~/agreements/rules/content";
import { contentForm } from "~/agreements/schema";
import type { MemberCtx } from "~/identity/actor";
import { hashPassword } from "~/identity/password.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { givenOrganization, givenPerson, memberCtx } from "../../fixtures/people";

export const PASSWORD = "bridge-test-2026";
export const NOW = "2026-11-23T02:00:00.000Z";

export const settled = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

export const refusedKey = (result: Result<unknown>): string =>
  result.ok ? "ok" : (result.refusal.fields?.[0]?.key ?? result.refusal.key);

export const at = <C extends MemberCtx>(ctx: C, iso: string): C => ({
  ...ctx,
  clock: fixedClock(iso),
  requestId: newId(),
});
export const platformCtx = (iso = NOW) => ({
  actor: systemActor("平台"),
  clock: fixedClock(iso),
  requestId: newId(),
});

export const givenParty = async (
  kind: "enterprise" | "school",
  name: string,
  role: "owner" | "viewer" = "owner",
): Promise<MemberCtx> => {
  const id = await givenOrganization(kind, name);
  return givenMember({ id, kind, name }, role);
};

let hash: Promise<string> | null = null;

export const givenMember = async (
  organization: { id: string; kind: "enterprise" | "school"; name: string },
  role: "owner" | "viewer" | "coordinator",
): Promise<MemberCtx> => {
  const { personId } = await givenPerson(`${organization.name}的人`, {
    organizationId: organization.id,
    role,
  });
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  await inTransaction((tx) => tx.person.update({ where: { id: personId }, data: { passwordHash } }));
  return memberCtx(personId, { ...organization, role }, NOW);
};

/** The form a page would send for a content. */
export const formOf = (content: AgreementContent, base: number, version: number) =>
  contentForm.parse({
    base,
    version,
    title: content.title,
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    reviewMonths: content.reviewMonths,
    signing: content.signing,
    clauses: content.clauses,
    commitments: content.commitments.map((one) => ({
      ...one,
      dueOn: one.dueOn ?? undefined,
      owner: one.owner ?? undefined,
    })),
    ...(content.charter ?? {}),
  });

export const documentOf = async (agreementId: string, ordinal = 1) => {
  const document = await read.agreementDocument.findUniqueOrThrow({
    where: { agreementId_ordinal: { agreementId, ordinal } },
  });
  const version = await read.agreementVersion.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.number } },
  });
  return { ...document, content: JSON.parse(version.content) as AgreementContent };
};

/** Saves an edit of the version on the table. */
export const editText = async (
  ctx: MemberCtx,
  agreementId: string,
  change: (content: AgreementContent) => AgreementContent,
  ordinal = 1,
) => {
  const document = await documentOf(agreementId, ordinal);
  return saveAgreementText(
    ctx,
    document.id,
    formOf(change(document.content), document.number, document.version),
  );
};

const COMPLETE = (content: AgreementContent): AgreementContent => ({
  ...content,
  commitments: content.commitments.map((one, index) => ({
    ...one,
    dueOn: `2027-0${index + 3}-01`,
    owner: "陈工",
  })),
});

export const drafted = async (
  firm: MemberCtx,
  school: MemberCtx,
  templateId = "order-class-2026",
): Promise<string> => {
  const { id } = settled(
    await draftAgreement(firm, {
      submissionKey: newId(),
      templateId,
      title: "数控“订单班”合作协议",
      startsOn: "2026-11-23",
      endsOn: "2029-11-30",
      forms: [],
      partners: [school.actor.organizationId],
    }),
  );
  settled(await editText(firm, id, COMPLETE));
  return id;
};

const versionOf = async (agreementId: string, ordinal = 1) =>
  (await documentOf(agreementId, ordinal)).version;

/** Brings a draft to the point where its signatories may sign. */
export const readyToSign = async (
  firm: MemberCtx,
  school: MemberCtx,
  agreementId: string,
  ordinal = 1,
): Promise<{ firmSignatory: string; schoolSignatory: string }> => {
  const { id } = await documentOf(agreementId, ordinal);
  settled(await sendDocument(firm, id, { version: await versionOf(agreementId, ordinal) }));
  settled(await approveDocument(school, id, { version: await versionOf(agreementId, ordinal) }));
  settled(await approveDocument(firm, id, { version: await versionOf(agreementId, ordinal) }));
  const name = async (ctx: MemberCtx): Promise<string> => {
    const known = await read.agreementSignatory.findFirst({
      where: { agreementId, organizationId: ctx.actor.organizationId, revokedAt: null },
    });
    if (known) return known.id;
    return settled(
      await nameSignatory(
        ctx,
        agreementId,
        { personId: ctx.actor.personId, position: "负责人", authority: "legal_representative" },
        null,
      ),
    ).id;
  };
  const [firmSignatory, schoolSignatory] = [await name(firm), await name(school)];
  settled(await openSigning(firm, id, { version: await versionOf(agreementId, ordinal) }));
  return { firmSignatory, schoolSignatory };
};

export const signAs = async (
  ctx: MemberCtx,
  agreementId: string,
  signatoryId: string,
  ordinal = 1,
  password = PASSWORD,
) => {
  const document = await documentOf(agreementId, ordinal);
  return signDocument(ctx, document.id, { signatoryId, digest: document.digest ?? "", password });
};

/** An agreement signed by both and waiting for its seal. */
export const signedAgreement = async (
  firm: MemberCtx,
  school: MemberCtx,
): Promise<{ id: string; documentId: string }> => {
  const id = await drafted(firm, school);
  const { firmSignatory, schoolSignatory } = await readyToSign(firm, school, id);
  settled(await signAs(firm, id, firmSignatory));
  settled(await signAs(school, id, schoolSignatory));
  return { id, documentId: (await documentOf(id)).id };
};

import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { civilDate, systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { renderCertificatePdf } from "./pdf/render-certificate.server";
import type { PlacementCredential } from "./rules/credential";
import { readJwt } from "./rules/vc-jwt";

/** What a seal says: the first four characters of the issuer's short name. */
const SEAL_CHARACTERS = 4;

/** Draws the PDF of the certificate named in the delivery; called again after a crash it does nothing twice. */
export const drawCertificate: DeliveryHandler = async ({ certificateId }) => {
  const row = await read.placementCertificate.findUnique({ where: { id: String(certificateId) } });
  if (!row || row.pdfFileId) return;
  const said = readJwt(row.jwt)?.payload as unknown as PlacementCredential;
  const [student, school] = await Promise.all([
    read.student.findUniqueOrThrow({ where: { id: row.studentId }, select: { name: true } }),
    read.organization.findUniqueOrThrow({
      where: { id: row.schoolId },
      select: { name: true, shortName: true },
    }),
  ]);
  const t = translatorFor("zh-CN").room("outcomes");
  const subject = said.credentialSubject;
  const [grade, ...competences] = subject.result;
  const pdf = await renderCertificatePdf({
    heading: t("certificate.heading"),
    name: student.name,
    text: subject.achievement.description,
    facts: [
      { label: t("certificate.title"), value: said.name },
      { label: t("certificate.host"), value: subject.source.name },
      { label: t("certificate.major"), value: subject.achievement.fieldOfStudy },
      { label: t("certificate.when"), value: said.evidence.map((one) => one.narrative).join("") },
      { label: t("certificate.gradeLabel"), value: grade?.value ?? "" },
      { label: t("certificate.credits"), value: String(subject.creditsEarned) },
      { label: t("certificate.criteriaLabel"), value: subject.achievement.criteria.narrative },
    ],
    competencesTitle: t("certificate.competences"),
    competences: competences.map((one, index) => ({
      name: subject.achievement.tag[index] ?? "",
      level: one.value,
    })),
    issuer: school.name,
    issuedOn: civilDate(row.issuedAt),
    seal: [...(school.shortName || school.name)].slice(0, SEAL_CHARACTERS).join(""),
    code: row.code,
    verifyText: t("certificate.verifyText"),
    verifyUrl: `${config().baseUrl}/verify/${row.code}`,
  });
  const stored = await putFile(pdf);
  await inTransaction(async (tx) => {
    const open = await tx.placementCertificate.findFirst({ where: { id: row.id, pdfFileId: null } });
    if (!open) return;
    const pdfFileId = await attachFile(tx, {
      stored,
      name: `${t("certificate.heading")} ${row.code}.pdf`,
      mediaType: "application/pdf",
      subject: { type: "placement", id: row.placementId },
      organizationId: row.schoolId,
      uploadedBy: row.issuedBy,
      at: systemClock.now(),
    });
    await tx.placementCertificate.update({ where: { id: row.id }, data: { pdfFileId } });
  });
};

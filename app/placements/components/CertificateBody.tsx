import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { PlacementCredential } from "../rules/credential";

type Props = { credential: PlacementCredential; code: string; issuedAt: string; studentName?: string };

/** What a certificate says: the placement, both organizations, hours, grade and competences. */
export const CertificateBody = ({ credential, code, issuedAt, studentName }: Props) => {
  const t = useWords("outcomes");
  const { language } = useTranslator();
  const subject = credential.credentialSubject;
  const [grade, ...competences] = subject.result;
  return (
    <>
      <Facts
        facts={[
          ...(studentName ? [{ label: t("certificate.student"), value: studentName }] : []),
          { label: t("certificate.title"), value: credential.name },
          { label: t("certificate.school"), value: credential.issuer.name },
          { label: t("certificate.host"), value: subject.source.name },
          { label: t("certificate.major"), value: subject.achievement.fieldOfStudy },
          {
            label: t("certificate.when"),
            value: <span className="num">{credential.evidence.map((one) => one.narrative).join("")}</span>,
          },
          { label: t("certificate.gradeLabel"), value: grade?.value ?? "" },
          { label: t("certificate.credits"), value: String(subject.creditsEarned) },
          { label: t("certificate.issuedOn"), value: absoluteText(issuedAt, language) },
          { label: t("certificate.code"), value: <span className="num">{code}</span> },
        ]}
      />
      <Section id={`competences-${code}`} title={t("certificate.competences")}>
        <Facts
          facts={competences.map((one, index) => ({
            label: subject.achievement.tag[index] ?? "",
            value: one.value,
          }))}
        />
      </Section>
    </>
  );
};

/** Where programs find the same certificate. */
export const CertificateFiles = ({ code, schoolId }: { code: string; schoolId?: string }) => {
  const t = useWords("outcomes");
  return (
    <p className="meta">
      {t("certificate.machines")} <a href={`/certificates/${code}.json`}>JSON</a>
      {" · "}
      <a href={`/certificates/${code}.jwt`}>VC-JWT</a>
      {schoolId && (
        <>
          {" · "}
          <a href={`/organizations/${schoolId}/issuer.json`}>{t("certificate.issuerRecord")}</a>
          {" · "}
          <a href={`/organizations/${schoolId}/jwks.json`}>JWKS</a>
        </>
      )}
    </p>
  );
};

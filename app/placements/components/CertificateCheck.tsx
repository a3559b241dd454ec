import { Button } from "~/ui/Button";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { SealMark } from "~/ui/SealMark";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { BroughtCheck, CertificateView } from "../queries/certificate-check.server";
import { CertificateBody, CertificateFiles } from "./CertificateBody";

/** Whether a certificate holds today, in one sentence. */
export const CertificateStanding = ({ view }: { view: CertificateView }) => {
  const t = useWords("outcomes");
  const { language } = useTranslator();
  if (!view.genuine) return <Notice tone="bad">{t("check.altered")}</Notice>;
  if (view.revoked) {
    return (
      <Notice tone="bad">
        {t("check.revoked", {
          date: absoluteText(view.revoked.at, language),
          reason: view.revoked.reason,
        })}
      </Notice>
    );
  }
  return <Notice tone="ok">{t("check.holds", { school: view.school.name })}</Notice>;
};

const BroughtAnswer = ({ brought }: { brought: BroughtCheck }) => {
  const t = useWords("outcomes");
  const { language } = useTranslator();
  if (!brought.ok) return <Notice tone="bad">{t(`check.${brought.because}`)}</Notice>;
  if (brought.revoked) {
    const { at, reason } = brought.revoked;
    return <Notice tone="bad">{t("check.revoked", { date: absoluteText(at, language), reason })}</Notice>;
  }
  return <Notice tone="ok">{t("check.genuine", { code: brought.code })}</Notice>;
};

/** What a certificate's code leads to: whether it holds, what it says, and a place to check the file itself. */
export const CertificateCheck = ({
  view,
  brought,
}: {
  view: CertificateView;
  brought: BroughtCheck | null;
}) => {
  const t = useWords("outcomes");
  const holds = view.genuine && !view.revoked;
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={t("certificate.heading")}
        subtitle={t("check.nameless")}
        trail={[{ href: "/verify", label: t("check.trail") }]}
        {...(holds ? { seal: <SealMark text={view.school.shortName} parties={view.school.name} /> } : {})}
      />
      {brought && <BroughtAnswer brought={brought} />}
      <CertificateStanding view={view} />
      {view.credential && (
        <CertificateBody credential={view.credential} code={view.code} issuedAt={view.issuedAt} />
      )}
      <CertificateFiles code={view.code} schoolId={view.school.id} />
      <Section id="bring" title={t("check.bring")}>
        <form method="post" className="form">
          <TextArea name="jwt" label={t("check.bringLabel")} hint={t("check.bringHint")} rows={5} required />
          <Button look="ghost">{t("check.look")}</Button>
        </form>
      </Section>
    </div>
  );
};

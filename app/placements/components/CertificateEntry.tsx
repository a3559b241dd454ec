import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { CopyButton } from "~/ui/CopyButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { SealMark } from "~/ui/SealMark";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { CertificateTab } from "../queries/certificate-tab.server";
import { CertificateBody, CertificateFiles } from "./CertificateBody";

type One = CertificateTab["certificates"][number];

const Sharing = ({ one }: { one: One }) => {
  const t = useWords("outcomes");
  return (
    <Section id="share" title={t("share.title")}>
      <p>{t(one.link ? "share.on" : "share.off")}</p>
      {one.link && (
        <p className="break-all">
          <a href={one.link}>{one.link}</a> <CopyButton text={one.link} />
        </p>
      )}
      <form method="post" className="form">
        <HiddenField name="version" value={one.version} />
        <Button look={one.link ? "ghost" : "primary"} name="intent" value={one.link ? "unshare" : "share"}>
          {t(one.link ? "share.stop" : "share.start")}
        </Button>
      </form>
    </Section>
  );
};

const Revoking = ({ one, state }: { one: One; state: FormState | null }) => {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  return (
    <details open={state !== null}>
      <summary>{t("certificate.revoke")}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="revoke" />
        <HiddenField name="version" value={one.version} />
        <TextArea
          name="reason"
          label={t("certificate.reason")}
          hint={t("certificate.reasonHint")}
          rows={2}
          maxLength={300}
          required
          error={errorFor(state, "reason", any)}
          defaultValue={shown(state, "reason")}
        />
        <ConfirmButton
          id="ask-revoke"
          label={t("certificate.revoke")}
          question={t("certificate.revokeAsk")}
        />
      </form>
    </details>
  );
};

/** One certificate as its parties see it: contents, files, and what each may do with it. */
export const CertificateEntry = ({
  tab,
  one,
  state,
}: {
  tab: CertificateTab;
  one: One;
  state: FormState | null;
}) => {
  const t = useWords("outcomes");
  const { language } = useTranslator();
  return (
    <Section
      id={`certificate-${one.code}`}
      title={t("certificate.heading")}
      aside={
        one.revoked ? undefined : (
          <SealMark text={one.credential.issuer.name} parties={one.credential.issuer.name} small />
        )
      }
    >
      {one.revoked && (
        <Notice tone="bad">
          {t("check.revoked", {
            date: absoluteText(one.revoked.at, language),
            reason: one.revoked.reason,
          })}
        </Notice>
      )}
      <CertificateBody credential={one.credential} code={one.code} issuedAt={one.issuedAt} />
      <p>
        <a href={`/verify/${one.code}`}>{t("certificate.verify")}</a>
        {one.pdf && (
          <>
            {" · "}
            <a href={`/certificates/${one.code}.pdf`}>{t("certificate.pdf")}</a>
          </>
        )}
      </p>
      <CertificateFiles code={one.code} />
      {tab.isLearner && !one.revoked && <Sharing one={one} />}
      {tab.isSchool && !one.revoked && <Revoking one={one} state={state} />}
    </Section>
  );
};

import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import { UPLOAD_LIMIT } from "../rules/limits";
import type { SignPageData } from "../sign-page-data";

type Props = { page: SignPageData; state: FormState | undefined };

const Capacity = ({ signer }: { signer: SignPageData["signers"][number] }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  return (
    <p>
      {t("sign.as", {
        authority: any(`agreements.authority.${signer.authority}`),
        position: signer.position,
        organization: signer.organization,
      })}
      {signer.until && ` ${t("sign.until", { date: signer.until })}`}
    </p>
  );
};

const Refuse = ({ page, state }: Props) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  return (
    <details id="refuse" open={Boolean(errorFor(state, "reason", any))}>
      <summary>{t("sign.refuseTitle")}</summary>
      <p className="meta mt-2">{t("sign.refuseHint")}</p>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="refuse" />
        <HiddenField name="version" value={page.document.version} />
        <TextArea
          name="reason"
          label={t("field.reason")}
          required
          maxLength={500}
          rows={3}
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <Button look="danger">{t("action.refuse")}</Button>
      </form>
    </details>
  );
};

const Paper = ({ page, state }: Props) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const ours = page.signers.filter((one) => one.ours && !one.signed && !one.signatureId);
  const first = ours[0];
  if (!first) return null;
  return (
    <details>
      <summary>{t("sign.paperTitle")}</summary>
      <p className="meta">{t("sign.paperHint")}</p>
      <form method="post" encType="multipart/form-data" className="form" data-upload="">
        <HiddenField name="intent" value="paper" />
        <HiddenField name="digest" value={page.document.digest ?? ""} />
        <HiddenField name="signatoryId" value={first.id} />
        <Upload
          name="scan"
          label={first.name}
          required
          accept=".pdf,.jpg,.jpeg,.png"
          types="PDF, JPG, PNG"
          maxBytes={UPLOAD_LIMIT}
          error={errorFor(state, "scan", any)}
        />
        <Button look="ghost">{t("action.paper")}</Button>
      </form>
    </details>
  );
};

/** What the reader can do with a frozen text: sign it as the named signatory, refuse it, or bring in signed paper. */
export const SignForms = ({ page, state }: Props) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const me = page.signers.find((one) => one.me && !one.signed);
  const done = page.signers.some((one) => one.me && one.signed);
  return (
    <>
      <Section id="sign" title={t("sign.title")}>
        {done && <Notice tone="ok">{t("sign.done")}</Notice>}
        {!done && !me && <Notice>{t("sign.notYou")}</Notice>}
        {me && page.blocked && <Notice tone="wait">{t("sign.waitTurn")}</Notice>}
        {me && !page.blocked && (
          <form method="post" className="form mt-3">
            <p>{t("sign.lead")}</p>
            <Capacity signer={me} />
            <p className="note break-all">
              {t("sign.digest")} <span className="font-mono">{page.document.digest}</span>
            </p>
            <HiddenField name="intent" value="sign" />
            <HiddenField name="signatoryId" value={me.id} />
            <HiddenField name="digest" value={page.document.digest ?? ""} />
            <CheckboxField
              name="consent"
              label={t("sign.consent")}
              required
              error={errorFor(state, "consent", any)}
            />
            <TextField
              name="password"
              type="password"
              label={t("field.password")}
              autoComplete="current-password"
              required
              error={errorFor(state, "password", any)}
            />
            <Button icon="seal">{t("sign.sign")}</Button>
          </form>
        )}
        <Paper page={page} state={state} />
      </Section>
      <Refuse page={page} state={state} />
    </>
  );
};

/** Who has signed, in which capacity and how; a scan of paper waits for the other side's word. */
export const SignerList = ({ page }: { page: SignPageData }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  return (
    <div className="card">
      <h2 className="text-lg">{t("page.signatories")}</h2>
      {page.document.kind !== "main" && <p className="meta">{t("sign.original")}</p>}
      <ol className="stack">
        {page.signers.map((one) => (
          <li key={one.id}>
            <div className="row">
              <b>{one.name}</b>
              <StateBadge
                tone={one.signed ? "ok" : "neutral"}
                word={t(one.signed ? "sign.signed" : "sign.unsigned")}
              />
            </div>
            <div className="note">
              {one.organization} · {one.position} · {any(`agreements.authority.${one.authority}`)}
            </div>
            {one.signed && (
              <div className="note">
                {t(one.method === "paper" ? "sign.paperMark" : "sign.electronicMark")}{" "}
                {one.signedAt && <RelativeDate at={one.signedAt} now={page.now} />}
              </div>
            )}
            {!one.signed && one.method === "paper" && (
              <div>
                <p className="meta">
                  <a href={`/agreements/${page.agreement.id}/files/${one.scanFileId}`}>
                    {t("sign.paperWaiting")}
                  </a>
                </p>
                {!one.ours && (
                  <form method="post">
                    <HiddenField name="intent" value="confirm" />
                    <HiddenField name="signatureId" value={one.signatureId ?? ""} />
                    <Button small look="ghost">
                      {t("action.confirmPaper")}
                    </Button>
                  </form>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
};

import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";
import { UPLOAD_LIMIT } from "../rules/limits";

const OVER = ["completed", "expired", "terminated", "withdrawn"];

const NameForm = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  return (
    <details>
      <summary>{t("action.name")}</summary>
      <form method="post" encType="multipart/form-data" className="form mt-3">
        <HiddenField name="intent" value="name" />
        <SelectField
          name="personId"
          label={t("field.person")}
          required
          options={page.members.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextField name="position" label={t("field.position")} required maxLength={40} minLength={2} />
        <RadioGroup
          name="authority"
          label={t("field.authority")}
          required
          defaultValue="legal_representative"
          options={(["legal_representative", "delegate"] as const).map((value) => ({
            value,
            label: t(`authority.${value}`),
          }))}
        />
        <Upload
          name="delegation"
          label={t("field.delegation")}
          accept=".pdf,.jpg,.jpeg,.png"
          types="PDF, JPG, PNG"
          maxBytes={UPLOAD_LIMIT}
        />
        <DateField name="delegationUntil" label={t("field.delegationUntil")} min={page.today} />
        <Button>{t("action.name")}</Button>
      </form>
    </details>
  );
};

/** Who signs for each party and with what authority: named people, not contacts. */
export const SignatoryPanel = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  return (
    <div className="card">
      <h2 className="text-lg">{t("page.signatories")}</h2>
      <p className="meta">{t("page.signatoriesNote")}</p>
      {page.signatories.length === 0 && <p>{t("page.noSignatory")}</p>}
      <ul className="stack">
        {page.signatories.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            {`（${one.position}）`}
            <div className="note">
              {one.organization} · {any(`agreements.authority.${one.authority}`)}
              {one.delegationUntil && ` · ${t("sign.until", { date: one.delegationUntil })}`}
            </div>
            {one.mine && !OVER.includes(page.agreement.state) && (
              <form method="post">
                <HiddenField name="intent" value="revoke" />
                <HiddenField name="signatoryId" value={one.id} />
                <ConfirmButton
                  id={`revoke-${one.id}`}
                  small
                  look="quiet"
                  label={t("action.revoke")}
                  question={t("ask.revoke")}
                />
              </form>
            )}
          </li>
        ))}
      </ul>
      {!OVER.includes(page.agreement.state) && <NameForm page={page} />}
    </div>
  );
};

import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { sizeText, Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import { codesOf } from "../rules/profile-completeness";

type Props = {
  kind: string;
  limit: number;
  evidence: readonly { id: string; name: string; bytes: number }[];
  state: FormState | null;
};

/** Asks for another name or code, with the papers that show it. */
export const IdentityChangeForm = ({ kind, limit, evidence, state }: Props) => {
  const t = useWords("trust");
  const words = useWords("organizations");
  const { any } = useTranslator();
  const codes = codesOf(kind);
  const field = (name: "name" | "uscc" | "schoolCode", label: string) => (
    <TextField
      name={name}
      label={label}
      hint={t("standing.unchanged")}
      error={errorFor(state, name, any)}
      defaultValue={shown(state, name)}
      maxLength={name === "name" ? 100 : 30}
    />
  );
  return (
    <form method="post" encType="multipart/form-data" className="form mt-4" data-upload="">
      <HiddenField name="intent" value="change" />
      <p className="hint">{t("standing.changeText")}</p>
      {field("name", t("standing.newName"))}
      {codes.uscc !== "none" && field("uscc", t("standing.newUscc"))}
      {codes.schoolCode !== "none" && field("schoolCode", t("standing.newSchoolCode"))}
      <TextArea
        name="why"
        label={t("standing.why")}
        hint={t("standing.whyHint")}
        error={errorFor(state, "why", any)}
        defaultValue={shown(state, "why")}
        rows={3}
        maxLength={2000}
        required
      />
      <Upload
        name="evidence"
        label={t("standing.evidence")}
        error={errorFor(state, "evidence", any)}
        accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.txt"
        types={words("verification.accept")}
        maxBytes={limit}
        files={evidence.map((file) => ({
          id: file.id,
          name: file.name,
          href: `/files/${file.id}`,
          size: sizeText(file.bytes),
        }))}
        multiple
      />
      <div className="form-end">
        <Button>{t("standing.submit")}</Button>
      </div>
    </form>
  );
};

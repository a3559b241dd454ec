import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { NewProposal } from "../queries/new-proposal.server";
import { PROPOSAL_KINDS } from "../rules/cards/proposals";

/** What a school proposes: to add, adjust or withdraw a programme, and why. */
export const ProposalForm = ({
  page,
  state,
  submissionKey,
}: {
  page: NewProposal;
  state: FormState | undefined;
  submissionKey: string;
}) => {
  const t = useWords("cards");
  const { any } = useTranslator();
  const major = {
    name: "majorCode",
    label: t("proposal.major"),
    hint: t("proposal.majorHint"),
    required: false,
    defaultValue: shown(state, "majorCode"),
    error: errorFor(state, "majorCode", any),
  };
  return (
    <form method="post" className="form mt-5" data-draft="programme-proposal">
      <HiddenField name="submissionKey" value={submissionKey} />
      <RadioGroup
        name="kind"
        label={t("proposal.kind")}
        required
        options={PROPOSAL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        defaultValue={shown(state, "kind", page.kind)}
        error={errorFor(state, "kind", any)}
      />
      <SelectField
        name="programme"
        label={t("proposal.programme")}
        hint={t("proposal.programmeHint")}
        required={false}
        options={page.programmes.map(({ id, name, majorCode }) => ({
          value: id,
          label: `${name} ${majorCode}`,
        }))}
        defaultValue={shown(state, "programme", page.programmeId)}
        error={errorFor(state, "programme", any)}
      />
      {page.majors.length > 0 ? (
        <SelectField
          {...major}
          options={page.majors.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        />
      ) : (
        <TextField {...major} />
      )}
      <NumberField
        name="seats"
        label={t("proposal.seats")}
        hint={t("proposal.seatsHint")}
        required={false}
        min={1}
        max={5000}
        defaultValue={shown(state, "seats")}
        error={errorFor(state, "seats", any)}
      />
      <TextArea
        name="text"
        label={t("proposal.text")}
        hint={t("proposal.textHint")}
        rows={6}
        maxLength={2000}
        required
        defaultValue={shown(state, "text")}
        error={errorFor(state, "text", any)}
      />
      <div>
        <Button>{t("proposal.act")}</Button>
        <p className="note mt-2">{t("proposal.after")}</p>
      </div>
    </form>
  );
};

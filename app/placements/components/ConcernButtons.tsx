import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";
import { CONCERN_CLOCK, CONCERN_KINDS } from "../rules/concerns";

/** The alarm line: one button for each kind sends at once; words and who it is about are there for those who wish. */
export const ConcernButtons = ({
  submissionKey,
  state,
}: {
  submissionKey: string;
  state: FormState | null;
}) => {
  const t = useWords("concerns");
  const { any } = useTranslator();
  return (
    <form method="post" className="form">
      <HiddenField name="submissionKey" value={submissionKey} />
      <ul className="stack" aria-label={t("raise.kinds")}>
        {CONCERN_KINDS.map((kind) => (
          <li key={kind} className="row">
            <Button name="kind" value={kind} look={CONCERN_CLOCK[kind].severity === 3 ? "danger" : "ghost"}>
              {t(`kind.${kind}`)}
            </Button>
            <span className="note">
              {t(`what.${kind}`)} · {t("raise.within", { hours: CONCERN_CLOCK[kind].hours })}
            </span>
          </li>
        ))}
      </ul>
      <TextArea
        name="text"
        label={t("raise.text")}
        hint={t("raise.textHint")}
        rows={4}
        maxLength={2000}
        defaultValue={shown(state, "text")}
        error={errorFor(state, "text", any)}
      />
      <CheckboxField
        name="aboutSchool"
        label={t("raise.aboutSchool")}
        hint={t("raise.aboutSchoolHint")}
        defaultChecked={ticked(state, "aboutSchool").includes("on")}
        error={errorFor(state, "aboutSchool", any)}
      />
    </form>
  );
};

/** Who will read it, said before anything is sent. */
export const ConcernPromise = () => {
  const t = useWords("concerns");
  return (
    <ul className="stack">
      <li>{t("promise.who")}</li>
      <li>{t("promise.host")}</li>
      <li>{t("promise.end")}</li>
    </ul>
  );
};

import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";
import type { AnswerPage } from "../queries/answer-page.server";
import { fieldOf, LONGEST_TEXT } from "../rules/answer";
import { CHOICES } from "../rules/template";

/** The questions, one under the other with five large steps each; made for a thumb, works without a script. */
export const AnswerForm = ({ page, state }: { page: AnswerPage; state: FormState | null }) => {
  const t = useWords("surveys");
  const { any, language } = useTranslator();
  const say = (text: { zh: string; en: string }) => (language === "en" ? text.en : text.zh);
  return (
    <form method="post" className="form mt-5" autoComplete="off">
      {page.questions.map(({ id, text }, place) => (
        <RadioGroup
          key={id}
          name={fieldOf(id)}
          label={`${place + 1}. ${say(text)}`}
          required={place === 0}
          inline
          options={CHOICES.map((choice) => ({ value: String(choice), label: t(`choice.c${choice}`) }))}
          defaultValue={shown(state, fieldOf(id))}
          error={errorFor(state, fieldOf(id), any)}
        />
      ))}
      <TextArea
        name="text"
        label={say(page.freeText)}
        hint={t("answer.textHint", { count: LONGEST_TEXT })}
        maxLength={LONGEST_TEXT}
        rows={4}
        defaultValue={shown(state, "text")}
        error={errorFor(state, "text", any)}
      />
      <div>
        <Button>{t("answer.send")}</Button>
      </div>
    </form>
  );
};

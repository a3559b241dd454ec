import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { AssessmentTab } from "../queries/assessment-tab.server";
import { LEVELS } from "../rules/assessment";

type Props = { tab: AssessmentTab; state: FormState | null };

/** One side's points, and for the unit how far each competence goes. */
export const ScoreForm = ({ tab, state }: Props) => {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  if (!tab.by) return null;
  const parts = tab.parts.filter((part) => part.by === tab.by);
  return (
    <Section id="score" title={t(`assess.score.${tab.by}`)}>
      <form method="post" className="form">
        <HiddenField name="intent" value="score" />
        <HiddenField name="version" value={tab.version} />
        {parts.map((part) => (
          <NumberField
            key={part.key}
            name={`score-${part.key}`}
            label={part.name}
            hint={t("assess.weight", { percent: part.weightBp / 100 })}
            error={errorFor(state, `score-${part.key}`, any)}
            defaultValue={shown(state, `score-${part.key}`, part.score)}
            min={0}
            max={100}
            required
          />
        ))}
        {tab.by === "host" &&
          tab.competences.map((one, index) => (
            <RadioGroup
              key={one.name}
              name={`level-${index}`}
              label={one.name}
              inline
              required
              error={errorFor(state, `level-${index}`, any)}
              defaultValue={shown(state, `level-${index}`, one.level)}
              options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
            />
          ))}
        <TextArea
          name="note"
          label={t("assess.note")}
          rows={3}
          maxLength={1000}
          defaultValue={shown(state, "note", tab.notes[tab.by])}
        />
        <Button>{t("assess.give")}</Button>
      </form>
    </Section>
  );
};

/** The student agrees, or says why not. */
export const AnswerForm = ({ tab, state }: Props) => {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  if (!tab.mayAnswer) return null;
  return (
    <Section id="answer" title={t("assess.yourAnswer")}>
      <form method="post" className="form">
        <HiddenField name="intent" value="answer" />
        <HiddenField name="version" value={tab.version} />
        <RadioGroup
          name="answer"
          label={t("assess.doYouAgree")}
          required
          error={errorFor(state, "answer", any)}
          defaultValue={shown(state, "answer", tab.signed.student?.answer)}
          options={[
            { value: "agrees", label: t("answer.agrees") },
            { value: "disagrees", label: t("answer.disagrees") },
          ]}
        />
        <TextArea
          name="reason"
          label={t("assess.reason")}
          hint={t("assess.reasonHint")}
          rows={3}
          maxLength={1000}
          error={errorFor(state, "reason", any)}
          defaultValue={shown(state, "reason", tab.signed.student?.reason)}
        />
        <Button>{t("assess.sign")}</Button>
      </form>
    </Section>
  );
};

/** The school fixes the grade; the credits follow by themselves. */
export const DecideForm = ({ tab }: { tab: AssessmentTab }) => {
  const t = useWords("outcomes");
  if (!tab.mayDecide) return null;
  return (
    <Section id="decide" title={t("assess.decide")}>
      <p>{t("assess.decideText")}</p>
      <form method="post" className="form">
        <HiddenField name="intent" value="decide" />
        <HiddenField name="version" value={tab.version} />
        <Button>{t("assess.decideAct")}</Button>
      </form>
    </Section>
  );
};

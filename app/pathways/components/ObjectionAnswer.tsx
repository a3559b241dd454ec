import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextArea } from "~/ui/form/TextArea";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import type { AssessmentPageData } from "../queries/assessment-page.server";

/** One objection: who, about what, by when; its answer, or the form to give one. */
export const ObjectionAnswer = ({ objection }: { objection: AssessmentPageData["objections"][number] }) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const yes = [
    { value: "yes", label: t("assessment.upheldYes") },
    { value: "no", label: t("assessment.upheldNo") },
  ];
  return (
    <article className="mt-4">
      <p>
        <Tag>{any(`transfers.notice.ground.${objection.ground}`)}</Tag> {objection.reference}{" "}
        <span className="meta">
          {t("assessment.objector", { name: objection.name, contact: objection.contact })}
        </span>
      </p>
      <p className="mt-1">{objection.text}</p>
      {objection.answer === null ? (
        <form method="post" className="form mt-2">
          <HiddenField name="intent" value="answer" />
          <HiddenField name="objection" value={objection.id} />
          <HiddenField name="version" value={objection.version} />
          <p className="due">{t("assessment.due", { due: objection.answerBy })}</p>
          <RadioGroup
            name="upheld"
            id={`upheld-${objection.id}`}
            label={t("field.upheld")}
            required
            inline
            options={yes}
            defaultValue="no"
          />
          <TextArea
            name="answer"
            id={`answer-${objection.id}`}
            label={t("field.answer")}
            required
            rows={3}
            maxLength={2000}
          />
          <Button>{t("assessment.answerAct")}</Button>
        </form>
      ) : (
        <p className="meta">
          {objection.upheld ? t("assessment.upheldYes") : t("assessment.upheldNo")} ·{" "}
          {t("assessment.answered", { answer: objection.answer })}
        </p>
      )}
    </article>
  );
};

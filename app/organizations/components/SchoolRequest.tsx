import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DueDate } from "~/ui/DueDate";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { SchoolDataRequest } from "../queries/data-requests.server";

type Props = { request: SchoolDataRequest; now: string; state: FormState | null };

const AnswerForm = ({ request, state }: Omit<Props, "now">) => {
  const t = useWords("children");
  const { any } = useTranslator();
  const own = state && shown(state, "request") === request.id ? state : null;
  return (
    <form method="post" className="form mt-2">
      <HiddenField name="request" value={request.id} />
      <TextArea
        id={`answer-${request.id}`}
        name="answer"
        label={t("school.answer")}
        hint={t("school.answerHint")}
        rows={2}
        maxLength={1000}
        required
        defaultValue={shown(own, "answer")}
        error={errorFor(own, "answer", any)}
      />
      <div className="row">
        {request.kind === "deletion" ? (
          <ConfirmButton
            id={`erase-${request.id}`}
            label={t("school.erase")}
            question={t("school.eraseAsk")}
            name="outcome"
            value="done"
          />
        ) : (
          <Button name="outcome" value="done">
            {t("school.done")}
          </Button>
        )}
        <Button name="outcome" value="refused" look="ghost">
          {t("school.refuse")}
        </Button>
      </div>
    </form>
  );
};

/** One request of a guardian, with the school's answer to give or given. */
export const SchoolRequest = ({ request, now, state }: Props) => {
  const t = useWords("children");
  return (
    <li className="border-b border-(--line) py-4">
      <div className="between">
        <h2 className="text-lg">
          {request.student ? (
            <a href={`/organization/students/${request.studentId}`}>
              {request.student} <span className="meta num">{request.number}</span>
            </a>
          ) : (
            t("school.erased")
          )}
        </h2>
        {request.state === "open" ? (
          <DueDate due={request.dueOn} now={now} />
        ) : (
          <StateBadge tone={request.state === "done" ? "ok" : "bad"} word={t(`state.${request.state}`)} />
        )}
      </div>
      <p className="meta">
        {t(`kind.${request.kind}`)}
        {request.field && ` · ${t(`field.${request.field as "other"}`)}`}
      </p>
      <p className="whitespace-pre-line">{request.text}</p>
      {request.answer && (
        <p className="mt-1">
          <span className="meta">{t("answer")}</span> {request.answer}
        </p>
      )}
      {request.state === "open" && <AnswerForm request={request} state={state} />}
    </li>
  );
};

import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useWords } from "~/words/use-words";
import type { ConsortiumPageData } from "../consortium-page-data";
import { ELEMENTS } from "../rules/kinds";

type Props = { page: ConsortiumPageData };

const useChoices = ({ page }: Props) => {
  const t = useWords("agreements");
  return {
    elements: ELEMENTS.map((value) => ({ value, label: t(`element.${value}`) })),
    members: page.parties.map((party) => ({ value: party.id, label: party.shortName })),
  };
};

/** A meeting that was held: organ, date, decisions, and an action with owner and date. */
export const MeetingForm = ({ page }: Props) => {
  const t = useWords("agreements");
  const { elements, members } = useChoices({ page });
  return (
    <details>
      <summary>{t("action.meeting")}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="meeting" />
        <TextField
          name="organ"
          label={t("field.organ")}
          required
          maxLength={80}
          defaultValue={page.organs[0]?.name}
        />
        <div className="form-pair">
          <DateField name="heldOn" label={t("field.heldOn")} required max={page.today} />
          <NumberField name="attended" label={t("field.attended")} required min={1} max={1000} />
        </div>
        <TextArea name="decisions" label={t("field.decisions")} required rows={3} maxLength={2000} />
        <TextArea name="minutes" label={t("field.minutes")} rows={3} maxLength={3000} />
        <h3>{t("consortium.action")}</h3>
        <TextField name="actionTitle" label={t("field.task")} maxLength={120} />
        <div className="form-pair">
          <SelectField name="actionOwnerId" label={t("field.owner")} options={members} />
          <DateField name="actionDueOn" label={t("field.dueOn")} />
        </div>
        <SelectField name="element" label={t("field.element")} empty={false} options={elements} />
        <Button>{t("action.meeting")}</Button>
      </form>
    </details>
  );
};

/** A task under one of the five elements, with the member that answers for it. */
export const TaskForm = ({ page }: Props) => {
  const t = useWords("agreements");
  const { elements, members } = useChoices({ page });
  return (
    <details>
      <summary>{t("action.task")}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="task" />
        <TextField
          id="task-title"
          name="title"
          label={t("field.task")}
          required
          minLength={2}
          maxLength={120}
        />
        <SelectField
          id="task-element"
          name="element"
          label={t("field.element")}
          required
          options={elements}
        />
        <SelectField id="task-owner" name="ownerId" label={t("field.owner")} required options={members} />
        <DateField id="task-due" name="dueOn" label={t("field.dueOn")} required />
        <Button>{t("action.task")}</Button>
      </form>
    </details>
  );
};

/** Reporting one's own task as done, with what shows it. */
export const FinishForm = ({ task }: { task: ConsortiumPageData["tasks"][number] }) => {
  const t = useWords("agreements");
  return (
    <form method="post" className="row mt-2">
      <HiddenField name="intent" value="finish" />
      <HiddenField name="taskId" value={task.id} />
      <HiddenField name="version" value={task.version} />
      <TextField
        id={`evidence-${task.id}`}
        name="evidence"
        label={t("field.evidence")}
        required
        minLength={4}
        maxLength={600}
      />
      <Button small look="ghost">
        {t("action.finish")}
      </Button>
    </form>
  );
};

import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import { nextStudentStates, type StudentState } from "../rules/student-lifecycle";

/** Mails the one student an invitation. */
export const InviteOne = () => {
  const t = useWords("students");
  return (
    <form method="post">
      <HiddenField name="intent" value="invite" />
      <Button icon="mail">{t("page.inviteOne")}</Button>
    </form>
  );
};

/** The states a student can be moved to from here, each asked once more. */
export const StudentMoves = ({
  name,
  state,
  version,
}: {
  name: string;
  state: StudentState;
  version: number;
}) => {
  const t = useWords("students");
  return (
    <Section title={t("page.move")} id="move">
      <form method="post" className="row mt-3">
        <HiddenField name="intent" value="move" />
        <HiddenField name="version" value={version} />
        {nextStudentStates(state).map((next) => (
          <ConfirmButton
            key={next}
            id={`move-${next}`}
            label={t("page.moveTo", { state: t(`state.${next}`) })}
            question={t("page.moveQuestion", { name, state: t(`state.${next}`) })}
            look="ghost"
            small
            name="state"
            value={next}
          />
        ))}
      </form>
    </Section>
  );
};

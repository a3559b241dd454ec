import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { CohortOutcome } from "../commands/apply-for-cohort.server";

type CohortDoneProps = {
  outcomes: readonly CohortOutcome[];
  students: readonly { id: string; name: string }[];
};

/** What became of each student a school applied for. */
export const CohortDone = ({ outcomes, students }: CohortDoneProps) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const refused = outcomes.filter((one) => one.id === null);
  const nameOf = (id: string) => students.find((one) => one.id === id)?.name ?? "";
  return (
    <Section id="done" title={t("apply.doneTitle", { done: outcomes.length - refused.length })}>
      {refused.length > 0 && (
        <Notice tone="wait">
          {t("apply.doneRefused", { count: refused.length })}
          <ul>
            {refused.map((one) => (
              <li key={one.studentId}>
                {nameOf(one.studentId)} {any(one.key ?? "applications.errors.rules")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="meta my-4">{t("apply.classText")}</p>
      <LinkButton href="/applications">{t("title")}</LinkButton>
    </Section>
  );
};

import type { FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { planPage } from "../queries/plans.server";
import { EvidenceFields } from "./BoardActions";

type Plan = NonNullable<NonNullable<Awaited<ReturnType<typeof planPage>>>["plan"]>;

/** The three papers of a plan; the first that is missing has its form open beside it. */
export const PlanPapers = ({
  plan,
  state,
  mayAct,
}: {
  plan: Plan;
  state: FormState | null;
  mayAct: boolean;
}) => {
  const t = useWords("placements");
  const next = plan.papers.find((paper) => !paper.evidence)?.kind ?? null;
  return (
    <Section id="papers" title={t("plan.papers")}>
      <ul>
        {plan.papers.map(({ kind, evidence }) => (
          <li key={kind} className="my-2">
            <StateBadge tone={evidence ? "ok" : "wait"} word={t(`evidence.${kind}.title`)} />
            {evidence && (
              <div className="note">
                <a href={`/placements/evidence/${evidence.id}`}>{evidence.number ?? t("gates.file")}</a>{" "}
                <span className="num">{evidence.doneOn}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {next && mayAct && (
        <form method="post" encType="multipart/form-data" className="form mt-3" data-upload="">
          <h3>{t(`evidence.${next}.title`)}</h3>
          <HiddenField name="intent" value="evidence" />
          <EvidenceFields kind={next} state={state} />
          <Button>{t("plan.addPaper")}</Button>
        </form>
      )}
    </Section>
  );
};

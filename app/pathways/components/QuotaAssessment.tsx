import type { FormState } from "~/platform/http/form-state";
import { shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { scoreText } from "../fact-text";
import type { AssessmentPageData } from "../queries/assessment-page.server";
import { TransferState } from "./TransferState";

type Quota = AssessmentPageData["quotas"][number];
type Applicant = Quota["applicants"][number];
type Props = { quota: Quota; page: AssessmentPageData; state: FormState | null | undefined };

const OPEN = ["assessment", "ranked"];

const ScoreForm = ({ quota, page, state }: Props) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const applicants = quota.applicants.filter((one) => OPEN.includes(one.state));
  if (applicants.length === 0) return null;
  return (
    <form method="post" className="form mt-4">
      <HiddenField name="intent" value="score" />
      <h3>{t("assessment.enter")}</h3>
      <div className="form-pair">
        <SelectField
          name="transfer"
          id={`transfer-${quota.id}`}
          label={t("assessment.applicant")}
          required
          defaultValue={shown(state, "transfer")}
          options={applicants.map((one) => ({ value: one.id, label: `${one.name} · ${one.reference}` }))}
        />
        <SelectField
          name="part"
          id={`part-${quota.id}`}
          label={t("field.part")}
          required
          defaultValue={shown(state, "part")}
          options={page.parts.map((part) => ({ value: part, label: any(`transferRules.part.${part}`) }))}
        />
        <NumberField
          name="score"
          id={`score-${quota.id}`}
          label={t("field.score")}
          required
          min={0}
          max={100}
          step={0.01}
        />
        <TextField name="note" id={`note-${quota.id}`} label={t("field.note")} maxLength={300} />
      </div>
      <Button look="ghost">{t("assessment.enterAct")}</Button>
    </form>
  );
};

/** One quota: its applicants with the means of every part, and the next act: rank, publish, end the notice. */
export const QuotaAssessment = (props: Props) => {
  const { quota, page } = props;
  const t = useWords("transfers");
  const { any } = useTranslator();
  const rankable = quota.applicants.some((one) => OPEN.includes(one.state));
  const inside = quota.applicants.some((one) => one.state === "ranked" && one.within);
  const act = (intent: string, label: string, name: string, value: string, ghost = false) => (
    <form method="post">
      <HiddenField name="intent" value={intent} />
      <HiddenField name={name} value={value} />
      <Button look={ghost ? "ghost" : "primary"}>{label}</Button>
    </form>
  );
  return (
    <Section
      id={`quota-${quota.id}`}
      title={t("assessment.quota", { major: quota.major || t("new.general"), seats: quota.seats })}
    >
      <DataTable<Applicant>
        caption={t("assessment.caption")}
        captionHidden
        rows={quota.applicants}
        rowKey={(row) => row.id}
        columns={[
          { key: "rank", label: t("notice.rank"), numeric: true, cell: (row) => row.rank ?? "–" },
          {
            key: "name",
            label: t("list.student"),
            lead: true,
            cell: (row) => <a href={`/transfers/${row.id}`}>{row.name}</a>,
          },
          { key: "from", label: t("list.from"), cell: (row) => row.from },
          ...page.parts.map((part) => ({
            key: part,
            label: any(`transferRules.part.${part}`),
            numeric: true,
            cell: (row: Applicant) => {
              const score = row.scores.find((one) => one.part === part);
              return score?.count
                ? t("assessment.average", { mean: scoreText(score.meanBp), count: score.count })
                : t("assessment.unscored");
            },
          })),
          { key: "total", label: t("assessment.total"), numeric: true, cell: (row) => scoreText(row.total) },
          { key: "state", label: t("list.state"), cell: (row) => <TransferState state={row.state} /> },
        ]}
      />
      {quota.digest && (
        <p className="note break-all">
          {t("assessment.digest", { digest: quota.digest.slice(0, 16) })} ·{" "}
          {t("assessment.seed", { seed: quota.seed ?? "" })}
        </p>
      )}
      <div className="row mt-3">
        {quota.notice && <a href={`/transfers/notices/${quota.notice.id}`}>{t("page.notice")}</a>}
        {quota.notice
          ? quota.notice.untilOn < page.today &&
            act("close", t("assessment.closeNotice"), "notice", quota.notice.id)
          : inside && act("publish", t("assessment.publish"), "quota", quota.id)}
        {rankable && act("rank", t("assessment.rank"), "quota", quota.id, inside)}
      </div>
      {rankable && <p className="note">{t("assessment.rankHint")}</p>}
      <ScoreForm {...props} />
    </Section>
  );
};

import { DataTable } from "~/ui/DataTable";
import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { AssessmentTab } from "../queries/assessment-tab.server";

/** What both sides gave, part by part, and how far each competence goes. */
export const AssessmentSheet = ({ tab }: { tab: AssessmentTab }) => {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  const points = (part: AssessmentTab["parts"][number]) =>
    part.score ?? t(part.given ? "assess.hidden" : "assess.open");
  return (
    <>
      <DataTable
        caption={t("assess.parts")}
        rows={tab.parts}
        rowKey={(part) => part.key}
        columns={[
          { key: "name", label: t("assess.part"), lead: true, cell: (part) => part.name },
          { key: "by", label: t("assess.by"), cell: (part) => any(`outcomes.side.${part.by}`) },
          {
            key: "weight",
            label: t("assess.weightLabel"),
            numeric: true,
            cell: (part) => `${part.weightBp / 100}%`,
          },
          { key: "score", label: t("assess.points"), numeric: true, cell: points },
        ]}
      />
      <p className="meta">
        {t(tab.ownRubric ? "assess.ownRubric" : "assess.houseRubric", { date: tab.rubricFrom })}
      </p>
      {tab.competences.some((one) => one.level) && (
        <Section id="competences" title={t("certificate.competences")}>
          <Facts
            facts={tab.competences.map((one) => ({
              label: one.name,
              value: one.level ? any(`outcomes.level.${one.level}`) : "—",
            }))}
          />
        </Section>
      )}
      {(tab.notes.school || tab.notes.host) && (
        <Section id="notes" title={t("assess.notes")}>
          <Facts
            facts={(["school", "host"] as const)
              .filter((side) => tab.notes[side])
              .map((side) => ({ label: t(`side.${side}`), value: tab.notes[side] }))}
          />
        </Section>
      )}
    </>
  );
};

/** Grade, total, credits, days and hours, and who signed when. */
export const AssessmentResult = ({ tab }: { tab: AssessmentTab }) => {
  const t = useWords("outcomes");
  const { any, language } = useTranslator();
  const { worked, signed } = tab;
  const signature = (one: { name: string; at: string } | null) =>
    one ? `${one.name} · ${absoluteText(one.at, language)}` : t("assess.notYet");
  const student = signed.student
    ? `${any(`outcomes.answer.${signed.student.answer}`)} · ${signature(signed.student)}`
    : t("assess.notYet");
  return (
    <Facts
      facts={[
        ...(tab.grade
          ? [{ label: t("certificate.gradeLabel"), value: any(`outcomes.grade.${tab.grade}`) }]
          : []),
        ...(tab.totalCenti === null
          ? []
          : [{ label: t("assess.total"), value: <span className="num">{tab.totalCenti / 100}</span> }]),
        ...(tab.creditsCenti === null
          ? []
          : [
              {
                label: t("certificate.credits"),
                value: <a href="/account/data">{String(tab.creditsCenti / 100)}</a>,
              },
            ]),
        {
          label: t("assess.hours"),
          value:
            worked.hours === null
              ? t("assess.unknown")
              : t(worked.basis === "records" ? "assess.hoursRecorded" : "assess.hoursAgreed", {
                  hours: worked.hours,
                }),
        },
        { label: t("assess.days"), value: worked.daysPresent ?? t("assess.unknown") },
        { label: t("assess.missed"), value: worked.hoursMissed ?? t("assess.unknown") },
        { label: t("side.school"), value: signature(signed.school) },
        { label: t("side.host"), value: signature(signed.host) },
        { label: t("side.student"), value: student },
        ...(signed.student?.reason ? [{ label: t("assess.reason"), value: signed.student.reason }] : []),
      ]}
    />
  );
};

import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { PathwayPageData } from "../queries/pathway-page.server";

const TONES = { studying: "act", passed: "ok", failed: "bad", left: "neutral" } as const;

const daysUntil = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** A student's own place on the way, or a child's for a guardian: the next examination, then the result with its parts. */
export const OwnWay = ({ page }: { page: PathwayPageData }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <>
      {page.own.map((row) => (
        <Section
          key={row.id}
          id={`own-${row.id}`}
          title={page.voices.includes("student") ? t("page.own") : row.name}
          aside={
            <StateBadge
              tone={TONES[row.state as keyof typeof TONES] ?? "neutral"}
              word={
                row.state === "studying" && page.today < row.examinationOn
                  ? t("cohort.onTheWay")
                  : any(`articulation.cohort.member.${row.state}`)
              }
            />
          }
        >
          <p className="mt-3">{t("cohort.title", { year: row.intakeYear })}</p>
          {row.state === "studying" && (
            <p>
              {page.today < row.examinationOn
                ? t("page.ownNext", {
                    on: row.examinationOn,
                    days: daysUntil(page.today, row.examinationOn),
                  })
                : t("page.ownSat", { on: row.examinationOn })}
            </p>
          )}
          {row.reasonCode && <p>{any(`articulation.cohort.reason.${row.reasonCode}`)}</p>}
          {row.totalBp !== null && (
            <Facts
              facts={[
                ...page.parts.map((part, at) => {
                  const score = row.scores[at] ?? null;
                  return { label: part.name, value: score === null ? "–" : (score / 100).toFixed(2) };
                }),
                { label: t("cohort.total"), value: (row.totalBp / 100).toFixed(2) },
              ]}
            />
          )}
        </Section>
      ))}
    </>
  );
};

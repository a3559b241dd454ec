import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { PathwayPageData } from "../queries/pathway-page.server";
import { TwoStages } from "./TwoStages";

const percent = (bp: number): string => String(bp / 100);

/** What the pathway is: both stages, how the majors connect, the stage examination, and what it rests on. */
export const PathwayPlan = ({ page }: { page: PathwayPageData }) => {
  const t = useWords("articulation");
  const { language } = useTranslator();
  const { hint, agreement, kind } = page;
  const [first, second] = page.stages;
  const oneSchool = first?.schoolId !== null && first?.schoolId === second?.schoolId;
  return (
    <>
      <Section
        id="plan"
        title={t("page.plan")}
        aside={
          page.state === "draft" &&
          page.voices.includes("founder") && <a href={`/pathways/${page.id}/edit`}>{t("plan.edit")}</a>
        }
      >
        <TwoStages stages={page.stages} />
        {hint && (
          <div className="mt-4">
            <p>
              {hint.sameFamily
                ? t("page.sameFamily", { name: hint.classes[0] })
                : t("page.otherFamily", { first: hint.classes[0], second: hint.classes[1] })}
            </p>
            {hint.shared.length > 0 && (
              <p>{t("page.shared", { names: hint.shared.join(language === "en" ? ", " : "、") })}</p>
            )}
            <p className="note">{t("page.hintNote")}</p>
          </div>
        )}
      </Section>
      {page.summary && (
        <Section id="summary" title={t("page.summary")}>
          <p className="mt-3 whitespace-pre-line">{page.summary}</p>
        </Section>
      )}
      <Section
        id="exam"
        title={t("page.exam")}
        aside={page.examDay && <span className="num">{t("page.examLine", { day: page.examDay })}</span>}
      >
        {page.parts.length === 0 ? (
          <p className="meta mt-3">{t("page.examNone")}</p>
        ) : (
          <>
            <Facts
              facts={page.parts.map((part) => ({
                label: part.name,
                value: <span className="num">{percent(part.weightBp)}%</span>,
              }))}
            />
            <p className="note">{t("page.passLine", { pass: percent(page.passBp) })}</p>
          </>
        )}
      </Section>
      <Section id="basis" title={t("page.agreement")}>
        <Facts
          facts={[
            {
              label: t("field.agreement"),
              value: agreement ? (
                <>
                  {page.mayReadAgreement ? (
                    <a href={`/agreements/${agreement.id}`}>{agreement.title}</a>
                  ) : (
                    agreement.title
                  )}
                  <span className="note block">{page.runs ? t("page.holds") : t("page.broken")}</span>
                </>
              ) : oneSchool ? (
                t("page.oneSchool")
              ) : (
                "–"
              ),
            },
            {
              label: t("field.filingNumber"),
              value:
                page.filingNumber && page.approvedOn
                  ? t("page.approved", {
                      by: page.approvedBy,
                      on: page.approvedOn,
                      number: page.filingNumber,
                    })
                  : t("page.notApproved"),
            },
            {
              label: t("field.firstIntake"),
              value: t("page.firstIntake", { year: page.firstIntake }),
            },
            {
              label: t("field.kind"),
              value: (
                <>
                  {kind.title[language === "en" ? "en" : "zh"]}
                  {!kind.source.verified && <span className="note block">{t("house")}</span>}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
};

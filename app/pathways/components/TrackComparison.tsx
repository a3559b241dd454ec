import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { pointText } from "../fact-text";
import type { Comparison } from "../rules/comparison";
import { pointCode } from "../rules/term";

/** Both tracks side by side: what was missed, what it means for the diploma, where each leads. */
export const TrackComparison = ({ shown }: { shown: Comparison }) => {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const side = language === "en" ? "en" : "zh";
  const { exams } = shown;
  const subjects = (list: readonly { title: { zh: string; en: string } }[]) =>
    list.map((one) => one.title[side]).join(t("comma"));
  return (
    <Section id="compare" title={t("compare.title")}>
      <p className="meta mt-2">{t("compare.lead", { point: pointText(pointCode(shown.point), any) })}</p>
      <dl className="facts mt-3">
        <div>
          <dt>{t("compare.missing")}</dt>
          <dd>
            {shown.missing.length === 0 ? (
              t("compare.missingNone")
            ) : (
              <>
                <ul>
                  {shown.missing.map((course) => (
                    <li key={course.title.zh}>
                      {course.title[side]} · {t("compare.hours", { hours: course.hours })}
                    </li>
                  ))}
                </ul>
                <b>{t("compare.total", { hours: shown.missingHours })}</b>
              </>
            )}
          </dd>
        </div>
        {exams && (
          <div>
            <dt>{t("compare.exams")}</dt>
            <dd>
              {exams.missed.length === 0 ? (
                t("compare.examsNone")
              ) : (
                <>
                  <b>{t("compare.examsMissed", { subjects: subjects(exams.missed) })}</b>
                  <br />
                  {exams.diploma === "out_of_reach"
                    ? t("compare.outOfReach")
                    : t("compare.makeUp", { terms: exams.makeUpTerms })}
                </>
              )}
              <br />
              {exams.ahead.length > 0 && t("compare.examsAhead", { subjects: subjects(exams.ahead) })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("compare.diploma")}</dt>
          <dd>{shown.diploma[side]}</dd>
        </div>
        {shown.routes.map((route) => (
          <div key={route.title.zh}>
            <dt>
              {route.title[side]}
              <span className="note block">{t(`compare.track.${route.track}`)}</span>
            </dt>
            <dd>{route.text[side]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3">
        <a href="/pathways/open">{t("compare.pathways")}</a>
      </p>
      <p className="note mt-2">{t("compare.house")}</p>
    </Section>
  );
};

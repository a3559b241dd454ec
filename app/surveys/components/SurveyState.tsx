import { Notice } from "~/ui/Notice";
import { Stat, StatRow } from "~/ui/Stat";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { SurveyPage } from "../queries/survey-page.server";
import { responseRate } from "../rules/figures";
import { percentText } from "./result-text";

/** What a reader must know first: what is still to come, or why nothing is told. */
const Standing = ({ page }: { page: SurveyPage }) => {
  const t = useWords("surveys");
  const { language } = useTranslator();
  const day = (date: string) => absoluteText(date, language);
  if (page.phase === "planned") return <Notice>{t("page.planned", { date: day(page.opensOn) })}</Notice>;
  if (page.phase === "open") {
    if (!page.ready) return <Notice tone="wait">{t("page.preparing")}</Notice>;
    return <Notice>{t("page.running", { date: day(page.closesOn) })}</Notice>;
  }
  if (page.phase === "counting") return <Notice tone="wait">{t("page.counting")}</Notice>;
  if (page.phase === "cancelled") return <Notice tone="neutral">{t("page.cancelled")}</Notice>;
  const few = { answered: page.answered, count: page.fewest };
  if (!page.told) {
    const why = page.as === "school" ? "page.fewPart" : page.anonymous ? "page.few" : "page.fewNamed";
    return <Notice tone="wait">{t(why, few)}</Notice>;
  }
  return <p className="meta mb-3">{t("page.counted", { date: day(page.closedOn ?? page.closesOn) })}</p>;
};

/** How many were asked and answered, and where the survey stands. */
export const SurveyState = ({ page }: { page: SurveyPage }) => {
  const t = useWords("surveys");
  const invited = page.byMail + page.onPaper;
  const rate = responseRate(page.answered, invited);
  return (
    <>
      <Standing page={page} />
      {invited > 0 && (
        <StatRow>
          <Stat
            label={t("page.response")}
            value={rate === null ? t("page.notAsked") : percentText(rate)}
            numerator={page.answered}
            denominator={invited}
          />
          {page.byMail > 0 && <Stat label={t("page.byMail")} value={page.byMail} />}
          {page.onPaper > 0 && <Stat label={t("page.onPaper")} value={page.onPaper} />}
          {page.byAuthority && page.as === "owner" && <Stat label={t("page.schools")} value={page.schools} />}
          {page.unreached > 0 && <Stat label={t("page.unreached")} value={page.unreached} />}
        </StatRow>
      )}
    </>
  );
};

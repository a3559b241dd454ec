import { DataTable } from "~/ui/DataTable";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { useTranslator, useWords } from "~/words/use-words";
import type { BulletinContent } from "../rules/bulletins/content";
import { amountText, figureText, fractionText } from "./figure-text";

type Part = { content: BulletinContent };

/** The figures an issue tells, as they were told. */
export const BulletinFigures = ({ content }: Part) => {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { language } = useTranslator();
  if (content.figures.length === 0) return null;
  return (
    <Section id="figures" title={t("bulletin.figures")}>
      <p className="meta mt-2">{t("bulletin.ofYear", { year: content.period.to.slice(0, 4) })}</p>
      <DataTable
        caption={t("bulletin.figures")}
        captionHidden
        rows={content.figures}
        rowKey={({ indicatorId }) => indicatorId}
        columns={[
          {
            key: "indicator",
            label: figures("column.indicator"),
            lead: true,
            cell: ({ title }) => (language === "en" ? title.en : title.zh),
          },
          {
            key: "value",
            label: figures("column.value"),
            numeric: true,
            cell: (figure) => figureText(figure, figure.unit, figures),
          },
          {
            key: "fraction",
            label: figures("column.fraction"),
            numeric: true,
            cell: (figure) => fractionText(figure) || "—",
          },
        ]}
      />
    </Section>
  );
};

/** Alerts and partnerships of the period, as counts. */
export const BulletinCounts = ({ content }: Part) => {
  const t = useWords("reports");
  const { alerts, hollow } = content;
  return (
    <>
      {alerts && (
        <Section id="alerts" title={t("bulletin.parts.alerts")}>
          <StatRow>
            <Stat value={alerts.opened} label={t("bulletin.opened")} />
            <Stat value={alerts.closed} label={t("bulletin.closed")} />
            <Stat value={alerts.standing} label={t("bulletin.standing")} />
          </StatRow>
        </Section>
      )}
      {hollow && (
        <Section id="hollow" title={t("bulletin.parts.hollow")}>
          <StatRow>
            <Stat value={hollow.hollow} label={t("bulletin.hollow")} />
            <Stat value={hollow.watch} label={t("bulletin.watch")} />
            <Stat value={hollow.all} label={t("bulletin.all")} />
          </StatRow>
        </Section>
      )}
    </>
  );
};

/** Targets and how they stood. */
export const BulletinTargets = ({ content }: Part) => {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any, language } = useTranslator();
  if (!content.targets || content.targets.length === 0) return null;
  return (
    <Section id="targets" title={t("bulletin.parts.targets")}>
      <DataTable
        caption={t("bulletin.parts.targets")}
        captionHidden
        rows={content.targets}
        rowKey={(one) => `${one.project} ${one.title.en}`}
        columns={[
          {
            key: "project",
            label: figures("target.project"),
            lead: true,
            cell: ({ project, title }) => `${project} · ${language === "en" ? title.en : title.zh}`,
          },
          {
            key: "value",
            label: figures("column.value"),
            numeric: true,
            cell: ({ value, unit }) => (value === null ? "—" : amountText(value, unit, figures)),
          },
          {
            key: "goal",
            label: figures("target.goal"),
            numeric: true,
            cell: ({ goal, unit }) => amountText(goal, unit, figures),
          },
          { key: "dueOn", label: figures("target.dueOn"), cell: ({ dueOn }) => dueOn },
          {
            key: "standing",
            label: t("sheets.state"),
            cell: ({ standing }) => any(`indicators.target.standing.${standing}`),
          },
        ]}
      />
    </Section>
  );
};

/** Schools in order, where the owner of the authority allowed it. */
export const BulletinRanking = ({ content }: Part) => {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { language } = useTranslator();
  const { ranking } = content;
  if (!ranking) return null;
  const title = t("bulletin.rankingOf", {
    indicator: language === "en" ? ranking.title.en : ranking.title.zh,
  });
  return (
    <Section id="ranking" title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={ranking.rows}
        rowKey={({ name }) => name}
        columns={[
          {
            key: "school",
            label: t("bulletin.rank"),
            lead: true,
            cell: ({ rank, name }) => (
              <>
                <span className="num">{rank}</span> · {name}
              </>
            ),
          },
          {
            key: "value",
            label: figures("column.value"),
            numeric: true,
            cell: ({ value }) => amountText(value, ranking.unit, figures),
          },
        ]}
      />
      <p className="meta mt-2">
        {t("bulletin.rankedBy2", { name: ranking.allowedBy })}{" "}
        {ranking.leftOut > 0 && t("bulletin.leftOut", { count: ranking.leftOut })}{" "}
        {ranking.more > 0 && t("bulletin.more", { count: ranking.more })}
      </p>
    </Section>
  );
};

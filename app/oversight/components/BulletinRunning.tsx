import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { BulletinsPage } from "../queries/bulletins-page.server";

/** The bulletins an authority runs: what each tells, when the next issue is drawn, and the way to end it. */
export const BulletinRunning = ({ page, mayAct }: { page: BulletinsPage; mayAct: boolean }) => {
  const t = useWords("reports");
  const { language } = useTranslator();
  const titleOf = (id: string) => {
    const title = page.choices.find((one) => one.id === id)?.title;
    return title ? (language === "en" ? title.en : title.zh) : id;
  };
  return (
    <Section id="running" title={t("bulletin.running")}>
      {page.running.length === 0 && <p className="meta mt-3">{t("bulletin.runningNone")}</p>}
      <ul className="mt-2">
        {page.running.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <div className="between">
              <b>{one.title}</b>
              <span className="meta">
                {t(`bulletin.every.${one.rhythm}`, { day: one.day })} ·{" "}
                {t("bulletin.nextOn", { date: absoluteText(one.nextOn, language) })}
              </span>
            </div>
            <p className="meta">
              {[
                ...one.plan.indicators.map(titleOf),
                ...one.plan.parts.map((part) => t(`bulletin.parts.${part}`)),
              ].join(" · ")}
            </p>
            {one.rankedBy && (
              <p className="meta">
                {t("bulletin.rankedAllowed", { indicator: titleOf(one.rankedBy), name: one.createdByName })}
              </p>
            )}
            {mayAct && (
              <form method="post" className="mt-1">
                <HiddenField name="intent" value="end" />
                <HiddenField name="id" value={one.id} />
                <HiddenField name="version" value={one.version} />
                <Button look="quiet" small aria-label={`${t("bulletin.end")} ${one.title}`}>
                  {t("bulletin.end")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

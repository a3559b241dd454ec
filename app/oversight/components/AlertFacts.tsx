import { Facts } from "~/ui/Facts";
import { Notice } from "~/ui/Notice";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { AlertPage } from "../queries/alert-page.server";
import { factText } from "./alert-words";

/** What the alert means, what puts it right, and the facts it rests on, with the way to the records. */
export const AlertFacts = ({ page }: { page: AlertPage }) => {
  const t = useWords("alerts");
  const translator = useTranslator();
  const { any, language } = translator;
  const date = (day: string) => absoluteText(day, language);
  const inWords = (text: { zh: string; en: string }) => (language === "en" ? text.en : text.zh);
  return (
    <>
      {page.rule && (
        <p className="mt-3 max-w-3xl">
          {inWords(page.rule.text)} <b>{t("page.fix")}</b>
          {language === "en" ? ": " : "："}
          {inWords(page.rule.fix)}
        </p>
      )}
      {page.level > 0 && page.state !== "closed" && (
        <Notice>{t("page.passedOn", { level: page.level })}</Notice>
      )}
      <h2 className="sr-only">{t("facts.title")}</h2>
      <Facts
        facts={[
          {
            label: t("page.organization"),
            value: <a href={`/organizations/${page.organization.id}`}>{page.organization.name}</a>,
          },
          ...Object.entries(page.facts).map(([key, value]) => ({
            label: any(`alerts.facts.${key}`),
            value: factText(key, value, translator),
          })),
          { label: t("page.raisedOn"), value: date(page.raisedOn) },
          { label: t("page.seenOn"), value: date(page.seenOn) },
        ]}
      />
      <p className="mt-2">
        <a href={page.trace}>{t("page.trace")}</a>
      </p>
      {page.closed && (
        <Notice tone="ok">
          {t("page.closed", { date: date(page.closed.on) })}
          {language === "en" ? ". " : "。"}
          {any(`alerts.page.closedBy.${page.closed.reason}`)} {page.closed.note}
        </Notice>
      )}
      {page.orderText && (
        <div className="mt-4 max-w-3xl">
          <h2 className="text-lg">{t("page.ordered")}</h2>
          <p className="mt-1 whitespace-pre-line">{page.orderText}</p>
          <p className="meta">
            {page.authority && t("page.by", { name: page.authority })}
            {page.dueOn && ` · ${t("page.until")} ${date(page.dueOn)}`}
          </p>
          {!page.dueCertain && page.state === "ordered" && <p className="note">{t("page.uncertain")}</p>}
        </div>
      )}
    </>
  );
};

import { ResultItem } from "~/ui/ResultItem";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { AlertItem } from "../queries/alerts.server";
import { ALERT_TONES } from "./alert-words";

/** Alerts one below the other: what, whose, since when, by when. */
export const AlertList = ({ items, base }: { items: readonly AlertItem[]; base: string }) => {
  const t = useWords("alerts");
  const { any, language } = useTranslator();
  return items.map((item) => (
    <ResultItem
      key={item.id}
      href={`${base}/${item.id}`}
      title={`${any(`alerts.rule.${item.ruleId}`)} · ${item.title}`}
      meta={[
        item.organization,
        t("list.raised", { date: absoluteText(item.raisedOn, language) }),
        item.dueOn && item.state !== "closed"
          ? t("list.due", { date: absoluteText(item.dueOn, language) })
          : "",
      ]
        .filter((text) => text !== "")
        .join(" · ")}
      tags={
        <>
          <StateBadge tone={ALERT_TONES[item.state]} word={t(`state.${item.state}`)} />
          {item.level > 0 && item.state !== "closed" && <Tag>{t("list.passedOn")}</Tag>}
        </>
      }
    />
  ));
};

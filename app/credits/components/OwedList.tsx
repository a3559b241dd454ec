import { DataTable } from "~/ui/DataTable";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ConversionPage } from "../queries/conversion-page.server";
import { useCreditWords } from "./use-credit-words";

export const MAKEUP_TONES: Record<string, Tone> = {
  planned: "act",
  late: "bad",
  passed: "ok",
  not_passed: "wait",
  cancelled: "neutral",
};

/** What is owed and why; once confirmed, how far each item has come. */
export const OwedList = ({ page }: { page: ConversionPage }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits, sentence, owedName } = useCreditWords();
  const itemOf = (one: { kind: string; code: string }) =>
    page.items.find((item) => item.kind === one.kind && item.code === one.code);
  if (page.result.owed.length === 0) return <p className="meta mt-2">{t("conversion.owedNone")}</p>;
  return (
    <DataTable
      caption={t("conversion.owed")}
      captionHidden
      rows={page.result.owed}
      rowKey={(one) => `${one.kind}|${one.code}`}
      columns={[
        {
          key: "item",
          label: t("makeup.item"),
          lead: true,
          cell: (one) => {
            const item = itemOf(one);
            return item ? <a href={`/credits/makeup/${item.id}`}>{owedName(one)}</a> : owedName(one);
          },
        },
        { key: "why", label: t("field.reason"), cell: (one) => sentence(one.why) },
        {
          key: "credits",
          label: t("field.credits"),
          numeric: true,
          cell: (one) => (
            <span className="whitespace-nowrap">
              {one.kind === "exam" ? t("none") : credits(one.creditsCenti)}
            </span>
          ),
        },
        ...(page.items.length > 0
          ? [
              {
                key: "state",
                label: t("makeup.title"),
                cell: (one: (typeof page.result.owed)[number]) => {
                  const item = itemOf(one);
                  if (!item) return t("none");
                  return (
                    <div>
                      <StateBadge
                        tone={MAKEUP_TONES[item.state] ?? "neutral"}
                        word={any(`credits.makeup.state.${item.state}`)}
                      />
                      <span className="note block">
                        {item.tutor || t("makeup.noTutor")} ·{" "}
                        {t("makeup.datesValue", { from: item.fromOn, until: item.untilOn })}
                      </span>
                    </div>
                  );
                },
              },
            ]
          : []),
      ]}
    />
  );
};

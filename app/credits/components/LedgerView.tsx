import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { SelectField } from "~/ui/form/SelectField";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ownLedger } from "../queries/own-ledger.server";
import { MAKEUP_TONES } from "./OwedList";
import { useCreditWords } from "./use-credit-words";

type Page = NonNullable<Awaited<ReturnType<typeof ownLedger>>>;

const TONES: Record<string, Tone> = { earned: "ok", converted: "ok", owed: "wait" };

const Plan = ({ page }: { page: Page }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits, owedName } = useCreditWords();
  return (
    <DataTable
      caption={t("ledger.plan")}
      captionHidden
      rows={page.items}
      rowKey={(item) => item.id}
      columns={[
        {
          key: "item",
          label: t("makeup.item"),
          lead: true,
          cell: (item) => <a href={`/credits/makeup/${item.id}`}>{owedName(item)}</a>,
        },
        {
          key: "credits",
          label: t("field.credits"),
          numeric: true,
          cell: (item) => (
            <span className="whitespace-nowrap">
              {item.kind === "exam" ? t("none") : credits(item.creditsCenti)}
            </span>
          ),
        },
        { key: "tutor", label: t("makeup.tutor"), cell: (item) => item.tutor || t("makeup.noTutor") },
        {
          key: "dates",
          label: t("makeup.dates"),
          cell: (item) => t("makeup.datesValue", { from: item.fromOn, until: item.untilOn }),
        },
        {
          key: "state",
          label: t("conversions.state"),
          cell: (item) => (
            <StateBadge
              tone={MAKEUP_TONES[item.state] ?? "neutral"}
              word={any(`credits.makeup.state.${item.state}`)}
            />
          ),
        },
      ]}
    />
  );
};

/** A learner's credits: the sums, every line with what it rests on, the make-up plan and the recognitions. */
export const LedgerView = ({ page }: { page: Page }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits, sentence } = useCreditWords();
  const { ledger, chosen, subjects } = page;
  return (
    <div className="stack mt-5">
      {subjects.length > 1 && (
        <form method="get" className="row items-end">
          <SelectField
            name="student"
            label={t("ledger.child")}
            empty={false}
            options={subjects.map((one) => ({ value: one.studentId, label: one.name }))}
            defaultValue={chosen.studentId}
          />
          <Button look="ghost">{t("ledger.show")}</Button>
        </form>
      )}
      <StatRow>
        <Stat label={t("ledger.standing")} value={credits(ledger.standingCenti)} />
        <Stat label={t("ledger.owed")} value={credits(ledger.owedCenti)} />
        {ledger.bySource.map(([source, centi]) => (
          <Stat key={source} label={any(`credits.source.${source}`)} value={credits(centi)} />
        ))}
      </StatRow>
      {page.items.length > 0 && (
        <Section id="plan" title={chosen.own ? t("ledger.plan") : t("ledger.planChild")}>
          <Plan page={page} />
        </Section>
      )}
      {page.conversions.length > 0 && (
        <Section id="conversions" title={t("ledger.conversions")}>
          <ul className="mt-2">
            {page.conversions.map((one) => (
              <li key={one.transferId} className="row">
                <span className="num">{one.reference}</span>
                <StateBadge
                  tone={one.state === "confirmed" ? "ok" : "wait"}
                  word={any(`credits.conversions.${one.state}`)}
                />
                <a href={`/credits/transfers/${one.transferId}`}>
                  {t("ledger.open")} <span className="sr-only">{one.reference}</span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        id="lines"
        title={t("ledger.lines")}
        aside={
          ledger.lines.length > 0 && (
            <a href={`/credits/transcript.json?student=${chosen.studentId}`} download>
              {t("ledger.signed")}
            </a>
          )
        }
      >
        <DataTable
          caption={t("ledger.lines")}
          captionHidden
          rows={ledger.lines}
          rowKey={(line) => line.id}
          csvHref={`/credits/ledger.csv?student=${chosen.studentId}`}
          empty={
            <EmptyState title={t("ledger.none")}>
              <p>{t("ledger.noneText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "item",
              label: t("ledger.item"),
              lead: true,
              cell: (line) => (
                <>
                  {line.exam ? t("examItem", { name: any(`credits.exam.${line.exam}`) }) : line.name}
                  <span className="note block">
                    {[any(`credits.source.${line.source}`), line.grade].filter(Boolean).join(" · ")}
                  </span>
                </>
              ),
            },
            {
              key: "act",
              label: t("ledger.act"),
              cell: (line) => (
                <StateBadge
                  tone={line.voided ? "neutral" : (TONES[line.act] ?? "neutral")}
                  word={line.voided ? t("ledger.voided") : t(`side.${line.act}`)}
                />
              ),
            },
            {
              key: "credits",
              label: t("ledger.credits"),
              numeric: true,
              cell: (line) => <span className="whitespace-nowrap">{credits(line.creditsCenti)}</span>,
            },
            {
              key: "on",
              label: t("ledger.on"),
              cell: (line) => <span className="num">{line.earnedOn}</span>,
            },
            {
              key: "basis",
              label: t("ledger.basis"),
              cell: (line) => line.basis.map((one) => sentence(one)).join(""),
            },
          ]}
        />
      </Section>
    </div>
  );
};

import { Button } from "~/ui/Button";
import { SelectField } from "~/ui/form/SelectField";
import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { useWords } from "~/words/use-words";
import { FIGURE_NAMES, type FigureName, type OutcomeFigure } from "../rules/outcome-definitions";

type Props = {
  year: number;
  month: number;
  years: readonly number[];
  months: readonly number[];
  found: { graduates: number; definitions: string; shares: Record<FigureName, OutcomeFigure> };
};

/** The four shares of a cohort, each with what it was divided from and what is unknown; small ones are not shown. */
export const OutcomeFigures = ({ year, month, years, months, found }: Props) => {
  const t = useWords("outcomes");
  return (
    <Section id="figures" title={t("school.figures", { year, months: month })}>
      <form method="get" className="row items-end my-4">
        <SelectField
          name="year"
          label={t("school.year")}
          required
          empty={false}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <SelectField
          name="month"
          label={t("school.month")}
          required
          empty={false}
          defaultValue={String(month)}
          options={months.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <Button look="ghost">{t("school.show")}</Button>
      </form>
      <StatRow>
        {FIGURE_NAMES.map((name) => {
          const one = found.shares[name];
          return one.hidden ? (
            <Stat key={name} label={t(`figure.${name}`)} value={t("school.hidden")} />
          ) : (
            <Stat
              key={name}
              label={`${t(`figure.${name}`)} · ${t("school.unknown", { count: one.unknown })}`}
              value={`${Math.round((one.numerator / one.denominator) * 1000) / 10}%`}
              numerator={one.numerator}
              denominator={one.denominator}
            />
          );
        })}
      </StatRow>
      <p className="meta">
        {t("school.definitions", { version: found.definitions, graduates: found.graduates })}
      </p>
    </Section>
  );
};

/** Those of a cohort of whom nothing is known, to be asked once more by the school. */
export const AskAgain = ({ year, month, open }: { year: number; month: number; open: number }) => {
  const t = useWords("outcomes");
  return (
    <Section id="again" title={t("school.again")}>
      <p className="my-3">{t("school.againText", { count: open })}</p>
      <form method="post" action={`/organization/outcomes?again=1&year=${year}&month=${month}`}>
        <Button look="ghost">{t("school.againAct")}</Button>
      </form>
    </Section>
  );
};

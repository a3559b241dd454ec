import { Section } from "~/ui/Section";
import { Stat } from "~/ui/Stat";
import { useTranslator, useWords } from "~/words/use-words";
import type { Indicator } from "../rules/indicators/indicator";
import type { ToldFigure } from "../rules/indicators/told";
import { figureText } from "./figure-text";

type KeyFiguresProps = {
  figures: readonly { indicator: Pick<Indicator, "id" | "title" | "unit">; figure: ToldFigure }[];
  /** civil date of the figures */
  today: string;
};

/** The figures an authority sees first; each leads to what it is made of. */
export const KeyFigures = ({ figures, today }: KeyFiguresProps) => {
  const t = useWords("indicators");
  const { language } = useTranslator();
  return (
    <Section
      id="key-figures"
      title={t("home.title")}
      aside={<a href="/oversight/indicators">{t("home.all")}</a>}
    >
      <dl className="mt-3 space-y-3">
        {figures.map(({ indicator, figure }) => (
          <Stat
            key={indicator.id}
            value={figureText(figure, indicator.unit, t)}
            label={language === "en" ? indicator.title.en : indicator.title.zh}
            {...(figure.denominator === null
              ? {}
              : { numerator: figure.numerator, denominator: figure.denominator })}
            asOf={today}
            href={`/oversight/indicators/${indicator.id}?year=${today.slice(0, 4)}`}
          />
        ))}
      </dl>
    </Section>
  );
};

import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { useTranslator, useWords } from "~/words/use-words";
import type { Figure } from "../queries/workspace-figures.server";

/** Figures that lead to their rows; a share shows what it was divided from, or that it rests on too few. */
export const WorkspaceFigures = ({
  figures,
  region,
}: {
  figures: readonly Figure[];
  region: string | null;
}) => {
  const t = useWords("workspace");
  const { any } = useTranslator();
  if (figures.length === 0) return null;
  return (
    <Section id="figures" title={region === null ? t("underWay") : t("region", { region })}>
      <StatRow>
        {figures.map(({ key, value, href, numerator, denominator }) => (
          <Stat
            key={key}
            label={value === null ? `${any(key)} · ${t("tooFew")}` : any(key)}
            value={value ?? "–"}
            {...(href ? { href } : {})}
            {...(numerator === undefined ? {} : { numerator })}
            {...(denominator === undefined ? {} : { denominator })}
          />
        ))}
      </StatRow>
    </Section>
  );
};

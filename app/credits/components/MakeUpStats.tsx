import { Stat, StatRow } from "~/ui/Stat";
import { useWords } from "~/words/use-words";
import { shareText } from "../credit-text";

type Figures = {
  running: number;
  late: number;
  unplanned: number;
  passed: number;
  settled: number;
  shareBp: number | null;
};

/** How make-up goes at the own school: the share passed with its count, and what needs somebody. */
export const MakeUpStats = ({ figures }: { figures: Figures }) => {
  const t = useWords("credits");
  return (
    <StatRow>
      <Stat
        label={t("home.success")}
        value={figures.shareBp === null ? t("none") : shareText(figures.shareBp)}
        numerator={figures.passed}
        denominator={figures.settled}
      />
      <Stat label={t("home.running")} value={figures.running} href="/credits/makeup?tab=running" />
      <Stat label={t("home.late")} value={figures.late} href="/credits/makeup?tab=late" />
      <Stat label={t("home.unplanned")} value={figures.unplanned} href="/credits/makeup?tab=running" />
    </StatRow>
  );
};

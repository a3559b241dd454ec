import { useTranslator, useWords } from "~/words/use-words";
import type { AppetiteStated } from "../queries/appetite.server";
import { ANY_SEASON } from "../rules/seasons";

/** A season as people say it: "2027 年春季"; nothing for whenever. */
export const useSeason = (): ((season: string) => string) => {
  const t = useWords("matches");
  return (season) =>
    season === ANY_SEASON
      ? t("appetite.anySeason")
      : t(season.endsWith("spring") ? "appetite.spring" : "appetite.autumn", { year: season.slice(0, 4) });
};

/** What an organization has said of its appetite, one line for each class of majors and season. */
export const AppetiteList = ({ stated }: { stated: readonly AppetiteStated[] }) => {
  const t = useWords("matches");
  const { any } = useTranslator();
  const seasonText = useSeason();
  return (
    <ul className="my-3" aria-label={t("appetite.current")}>
      {stated.map(({ family, name, season, level, reason }) => {
        const who = name ?? t("appetite.all");
        const values = {
          family: season === ANY_SEASON ? who : `${who} · ${seasonText(season)}`,
          level: any(`matches.appetite.${level}`),
          ...(reason ? { reason: any(`matches.appetite.reasons.${reason}`) } : {}),
        };
        return <li key={`${family} ${season}`}>{t(reason ? "appetite.because" : "appetite.of", values)}</li>;
      })}
    </ul>
  );
};

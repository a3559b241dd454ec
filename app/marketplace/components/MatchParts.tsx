import { MatchReasons, type MatchPart as Shown } from "~/ui/MatchReasons";
import { useTranslator, useWords } from "~/words/use-words";
import type { Match } from "../queries/find-matches.server";

type MatchPartsProps = {
  match: Pick<Match, "parts" | "improve">;
  /** Names the parts and says what would help. */
  long?: boolean;
};

const SHORT = 4;

/**
 * Why a partner is suggested. The short form leaves out what nobody has stated and keeps the four weightiest facts; the
 * long form names every part with what would raise it.
 */
export const MatchParts = ({ match, long = false }: MatchPartsProps) => {
  const t = useWords("matching");
  const { any } = useTranslator();
  const chosen = long ? match.parts : match.parts.filter(({ known }) => known).slice(0, SHORT);
  const parts = chosen.map((part): Shown => {
    const help = match.improve.find((step) => step.part === part.name);
    return {
      id: part.name,
      label: t(`part.${part.name}`),
      score: Math.round(part.value * 10_000),
      fact: any(part.key, part.values),
      ...(help && long
        ? { improve: `${any(help.key, help.values)} (${t("gain", { points: Math.round(help.gain) })})` }
        : {}),
    };
  });
  return <MatchReasons parts={parts} long={long} />;
};

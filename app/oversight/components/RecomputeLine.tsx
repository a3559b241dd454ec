import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { RecomputeRun } from "../queries/recompute-runs.server";

/** How the last recomputation stands, in one line. */
export const RecomputeLine = ({ run }: { run: RecomputeRun | null }) => {
  const t = useWords("reports");
  const { language } = useTranslator();
  if (!run) return <>{t("recompute.never")}</>;
  const { done, of, changed } = run;
  return (
    <>
      {t(`recompute.${run.state}`, { done, of, changed, when: absoluteText(run.startedAt, language) })}{" "}
      {run.resumed > 0 && t("recompute.resumed", { count: run.resumed })}
    </>
  );
};

import { useTranslator, useWords } from "~/words/use-words";

type Stage = {
  level: string;
  years: number;
  school: string;
  schoolId?: string | null;
  majorCode?: string | null;
  majorName: string;
  quota: number;
};

/** Widths follow the years; longer stages than these are as wide as the longest. */
const WIDTHS: Record<number, string> = { 2: "sm:flex-[2]", 3: "sm:flex-[3]", 4: "sm:flex-[4]" };

/** Both stages side by side, as wide as they are long: where, what, how long, how many. */
export const TwoStages = ({ stages }: { stages: readonly Stage[] }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <ol className="mt-3 flex flex-col gap-3 sm:flex-row sm:gap-1">
      {stages.map((stage, index) => (
        <li
          key={stage.level}
          className={`border-t-4 pt-2 sm:pr-5 ${index === 0 ? "border-edge" : "border-qing"} ${WIDTHS[stage.years] ?? "sm:flex-[4]"}`}
        >
          <span className="meta block">
            {t(index === 0 ? "position.p1" : "position.p2")} · {any(`articulation.level.${stage.level}`)} ·{" "}
            {t("years", { years: stage.years })}
          </span>
          <b className="block">
            {stage.schoolId ? (
              <a href={`/organizations/${stage.schoolId}`}>{stage.school}</a>
            ) : (
              stage.school || "–"
            )}
          </b>
          <span className="block">
            {stage.majorName || "–"} {stage.majorCode && <span className="num meta">{stage.majorCode}</span>}
          </span>
          {stage.quota > 0 && <span className="meta num">{t("seats", { count: stage.quota })}</span>}
        </li>
      ))}
    </ol>
  );
};

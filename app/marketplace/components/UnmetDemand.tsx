import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import type { DemandNearby } from "../queries/unmet-demand.server";

type UnmetDemandProps = {
  demand: DemandNearby | null;
  days: number;
  /** For whom: somebody who just found nothing, or an organization that could offer it. */
  for: "seeker" | "owner";
};

/** What was looked for around here in vain, in codes and counts alone. */
export const UnmetDemand = ({ demand, days, for: reader }: UnmetDemandProps) => {
  const t = useWords("demand");
  const { any } = useTranslator();
  if (reader === "owner" && (!demand || demand.cells.length === 0)) return null;
  return (
    <div className="mt-8">
      <Section
        id="demand"
        title={t("title")}
        aside={demand && demand.cells.length > 0 && t("here", { place: demand.place, days })}
      >
        <p className="meta my-3">
          {reader === "seeker" ? t("kept") : t("text", { place: demand?.place ?? "", days })}
        </p>
        {demand && demand.cells.length > 0 && (
          <ul>
            {demand.cells.map(({ family, familyName, kind, told }) => (
              <li key={`${family} ${kind}`} className="row justify-between border-b border-line py-2">
                <span>
                  {familyName ?? family}
                  {kind === "*" ? t("anyKind") : ` · ${any(`listings.kind.${kind}`)}`}
                </span>
                <Tag>{told.under ? t("under") : t("times", { count: told.count })}</Tag>
              </li>
            ))}
          </ul>
        )}
        {reader === "owner" && <p className="note mt-3">{t("note")}</p>}
      </Section>
    </div>
  );
};

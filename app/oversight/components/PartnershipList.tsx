import { healthTone, reasonText } from "~/agreements/components/sentences";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { PartnershipItem } from "../queries/partnerships-page.server";

const Restore = ({ item }: { item: PartnershipItem }) => {
  const t = useWords("alerts");
  const { any } = useTranslator();
  return (
    <details className="text-sm">
      <summary className="min-h-11 content-center text-qing">{t("partnerships.restore")}</summary>
      <ul className="list-disc pl-5">
        {item.down.map(({ id }) => (
          <li key={id}>{any(`agreements.restore.${id}`)}</li>
        ))}
      </ul>
    </details>
  );
};

/** Partnerships from the weakest: what, between whom, why, who does not move, what would restore it. */
export const PartnershipList = ({ items }: { items: readonly PartnershipItem[] }) => {
  const t = useWords("alerts");
  const translator = useTranslator();
  return items.map((item) => {
    const nameOf = (id: string) => item.parties.find((party) => party.id === id)?.shortName ?? "";
    return (
      <article key={item.id} className="item">
        <div>
          <h3>{item.title}</h3>
          <div className="meta">
            {item.parties.map((party, index) => (
              <span key={party.id}>
                {index > 0 && " · "}
                <a href={`/organizations/${party.id}`}>{party.name}</a>
              </span>
            ))}
            {" · "}
            {t("partnerships.ends", { date: absoluteText(item.endsOn, translator.language) })}
          </div>
          {item.down.length > 0 && (
            <ul className="mt-1 text-sm">
              {item.down.map((reason) => (
                <li key={reason.id}>{reasonText(reason, translator, nameOf)}</li>
              ))}
            </ul>
          )}
          {item.silent && (
            <p className="mt-1 text-sm font-semibold">
              {item.silent === "both" ? t("partnerships.silentBoth") : t("partnerships.silent", item.silent)}
            </p>
          )}
          {item.health !== "sound" && item.down.length > 0 && <Restore item={item} />}
        </div>
        <div className="item-figure">{t("partnerships.score", { score: item.score })}</div>
        <div className="row">
          <StateBadge tone={healthTone(item.health)} word={t(`partnerships.health.${item.health}`)} />
        </div>
      </article>
    );
  });
};

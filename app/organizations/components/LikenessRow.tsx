import type { ReactNode } from "react";
import { RelativeDate } from "~/ui/RelativeDate";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import type { LikenessItem } from "../queries/likeness-list.server";

/** A pair of organizations with what they share; what may be done about it stands beneath. */
export const LikenessRow = ({
  pair,
  now,
  children,
}: {
  pair: LikenessItem;
  now: string;
  children?: ReactNode;
}) => {
  const t = useWords("trust");
  const words = useWords("organizations");
  const { any } = useTranslator();
  return (
    <li className="border-b border-(--line) py-4">
      <div className="between">
        <h3>
          {pair.pair.map((one, index) => (
            <span key={one.id}>
              {index > 0 && <span className="meta"> {t("likeness.and")} </span>}
              <a href={`/admin/organizations/${one.id}`}>{one.name}</a>
            </span>
          ))}
        </h3>
        <Tag>{t(`relation.${pair.relation}`)}</Tag>
      </div>
      <p className="meta">
        {pair.pair
          .map(
            (one) =>
              `${words(`kind.${one.kind as "school"}`)} · ${words(`state.${one.state as "verified"}`)}`,
          )
          .join(" / ")}{" "}
        · {t("likeness.found")} <RelativeDate at={pair.foundAt} now={now} />
      </p>
      <p className="mt-2">
        <strong>{t("likeness.shares")}</strong>{" "}
        {pair.facts.map(({ fact, value }) => t(`shared.${fact}`, { value })).join(any("consents.comma"))}
      </p>
      {pair.note && <p className="meta mt-1">{pair.note}</p>}
      {children}
    </li>
  );
};

import { ResultItem } from "~/ui/ResultItem";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { OrganizationItem } from "../shapes";
import { OrganizationBadge } from "./OrganizationBadge";

/** One organization of the public list. */
export const OrganizationResult = ({ item }: { item: OrganizationItem }) => {
  const t = useWords("organizations");
  const facts = [
    t(`kind.${item.kind as "school"}`),
    item.region,
    item.schoolLevel && t(`level.${item.schoolLevel as "associate"}`),
    item.ownership && t(`ownership.${item.ownership as "public"}`),
    item.industry,
  ].filter(Boolean);
  return (
    <ResultItem
      title={item.name}
      href={`/organizations/${item.id}`}
      meta={facts.join(" · ")}
      tags={
        <>
          <OrganizationBadge state={item.state} />
          {item.programmes > 0 && <Tag>{t("list.programmes", { total: item.programmes })}</Tag>}
          {item.posts > 0 && <Tag>{t("list.posts", { total: item.posts })}</Tag>}
        </>
      }
    />
  );
};

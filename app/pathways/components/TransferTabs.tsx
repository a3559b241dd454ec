import { Tabs } from "~/ui/Tabs";
import { useWords } from "~/words/use-words";

const PLACES = ["list", "windows", "quotas", "pairings", "movements", "flow", "rules"] as const;
export type TransferPlace = (typeof PLACES)[number];

const HREF: Record<TransferPlace, string> = {
  list: "/transfers",
  windows: "/transfers/windows",
  quotas: "/transfers/quotas",
  pairings: "/transfers/pairings",
  movements: "/transfers/movements",
  flow: "/transfers/flow",
  rules: "/transfers/rules",
};

/** The parts of this room: a family sees applications and rules, a school its work, an authority the flow as well. */
export const TransferTabs = ({
  current,
  side,
}: {
  current: TransferPlace;
  side: "school" | "authority" | "person";
}) => {
  const t = useWords("transfers");
  const shown = PLACES.filter(
    (place) =>
      side === "authority" ||
      (place !== "flow" && (side === "school" || place === "list" || place === "rules")),
  );
  return (
    <Tabs
      label={t("title")}
      tabs={shown.map((place) => ({
        href: HREF[place],
        label: t(`sections.${place}`),
        current: place === current,
      }))}
    />
  );
};

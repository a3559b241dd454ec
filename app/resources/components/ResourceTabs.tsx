import { Tabs } from "~/ui/Tabs";
import { useWords } from "~/words/use-words";

const HREF = {
  find: "/resources",
  made: "/resources/bookings",
  received: "/resources/bookings?side=received",
  mine: "/resources/mine",
} as const;
const PLACES = ["find", "made", "received", "mine"] as const;

/** The parts of this room for somebody who shares and books. */
export const ResourceTabs = ({ current }: { current: (typeof PLACES)[number] }) => {
  const t = useWords("resources");
  return (
    <Tabs
      label={t("title")}
      tabs={PLACES.map((place) => ({
        href: HREF[place],
        label: t(`tabs.${place}`),
        current: place === current,
      }))}
    />
  );
};

import { Tabs } from "~/ui/Tabs";
import { useWords } from "~/words/use-words";

const PLACES = ["home", "conversions", "makeup", "tables", "courses", "claims", "store"] as const;
export type CreditPlace = (typeof PLACES)[number];
export type CreditSide = "school" | "teacher" | "authority" | "person";

const HREF: Record<CreditPlace, string> = {
  home: "/credits",
  conversions: "/credits/transfers",
  makeup: "/credits/makeup",
  tables: "/credits/tables",
  courses: "/credits/courses",
  claims: "/credits/claims",
  store: "/credits/store",
};

const SHOWN: Record<CreditSide, readonly CreditPlace[]> = {
  school: PLACES,
  teacher: ["home", "makeup", "tables", "courses", "claims"],
  authority: ["home", "tables"],
  person: ["home", "claims"],
};

/** The parts of this room: a school sees its work, a family the ledger and what it may show, an authority the tables. */
export const CreditTabs = ({ current, side }: { current: CreditPlace; side: CreditSide }) => {
  const t = useWords("credits");
  return (
    <Tabs
      label={t("title")}
      tabs={SHOWN[side].map((place) => ({
        href: HREF[place],
        label: t(`sections.${place}`),
        current: place === current,
      }))}
    />
  );
};

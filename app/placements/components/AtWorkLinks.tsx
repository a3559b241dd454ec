import { useTranslator } from "~/words/use-words";
import type { Capacity } from "../placement-scope.server";

type Part = { href: string; label: string; for: readonly Capacity[] };

const PARTS: readonly Part[] = [
  { href: "/placements/pay", label: "pay.board.link", for: ["school", "teacher", "host", "mentor"] },
  { href: "/placements/findings", label: "findings.title", for: ["school", "host"] },
  { href: "/placements/figures", label: "life.figures.title", for: ["school", "teacher"] },
];

/** What else there is to look at while students are at work, for whoever looks after them. */
export const AtWorkLinks = ({ as }: { as: Capacity }) => {
  const { any } = useTranslator();
  const parts = PARTS.filter((part) => part.for.includes(as));
  if (parts.length === 0) return null;
  return (
    <nav className="row my-3" aria-label={any("life.atWork")}>
      {parts.map(({ href, label }) => (
        <a key={href} href={href}>
          {any(label)}
        </a>
      ))}
    </nav>
  );
};

import { useWords } from "~/words/use-words";

type YearLinksProps = { year: string; years: readonly string[]; href: (year: string) => string };

/** The years whose figures can be asked for. */
export const YearLinks = ({ year, years, href }: YearLinksProps) => {
  const t = useWords("indicators");
  return (
    <nav className="row mt-3" aria-label={t("years")}>
      {years.map((one) => (
        <a
          key={one}
          className="num min-h-11 content-center"
          href={href(one)}
          aria-current={one === year ? "page" : undefined}
        >
          {one === year ? <b>{one}</b> : one}
        </a>
      ))}
    </nav>
  );
};

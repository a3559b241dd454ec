import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { schoolCredits } from "../queries/school-credits.server";
import { MakeUpStats } from "./MakeUpStats";
import { TableRows } from "./TableRows";

type Page = Awaited<ReturnType<typeof schoolCredits>>;

/** What a school has to do about credits, and what stands: students who wait, make-up, tables, the catalogue. */
export const SchoolCredits = ({ page, may }: { page: Page; may: boolean }) => {
  const t = useWords("credits");
  if (page.courses === 0 && page.tables.length === 0 && page.waiting.length === 0) {
    return (
      <EmptyState
        level={2}
        title={t("home.noneSchool")}
        action={may && <LinkButton href="/credits/courses">{t("sections.courses")}</LinkButton>}
      >
        <p>{t("home.noneSchoolText")}</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack mt-5">
      {may && (
        <Section id="waiting" title={t("home.waiting")}>
          {page.waiting.length === 0 ? (
            <p className="meta mt-2">{t("home.waitingNone")}</p>
          ) : (
            <ul className="mt-2 grid gap-3">
              {page.waiting.map((one) => (
                <li key={one.id} className="row">
                  <span>
                    {t("home.waitingText", { name: one.name, reference: one.reference, from: one.from })}
                  </span>
                  <LinkButton href={`/credits/transfers/${one.id}`} look="ghost">
                    {t("home.open")} <span className="sr-only">{one.name}</span>
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section id="makeup" title={t("home.makeup")} aside={<a href="/credits/makeup">{t("makeup.title")}</a>}>
        <MakeUpStats figures={page.figures} />
      </Section>
      <Section id="tables" title={t("home.tables")}>
        <TableRows
          rows={page.tables}
          empty={
            <p className="mt-2">
              {t("home.moreNone")} <a href="/credits/tables">{t("tables.start")}</a>
            </p>
          }
        />
      </Section>
      <Section id="courses" title={t("home.courses")}>
        <p className="mt-2">
          <a href="/credits/courses">{t("home.coursesCount", { count: page.courses })}</a>
        </p>
      </Section>
    </div>
  );
};

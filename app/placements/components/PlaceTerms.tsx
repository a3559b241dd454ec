import { Facts } from "~/ui/Facts";
import { Money } from "~/ui/Money";
import { useWords } from "~/words/use-words";
import type { TermsView } from "../terms-view.server";

/** The terms of a place, name by name; what is open says so. */
export const PlaceTerms = ({ terms, host }: { terms: TermsView; host?: { id: string; name: string } }) => {
  const t = useWords("applications");
  const unknown = t("page.unknown");
  const { hoursPerDay, hoursPerWeek } = terms;
  return (
    <Facts
      facts={[
        ...(host
          ? [{ label: t("page.host"), value: <a href={`/organizations/${host.id}`}>{host.name}</a> }]
          : []),
        { label: t("page.post"), value: [terms.title, terms.occupation].filter(Boolean).join(" · ") },
        { label: t("page.dates"), value: t("row.dates", { from: terms.startsOn, to: terms.endsOn }) },
        { label: t("page.place"), value: terms.place || unknown },
        {
          label: t("page.pay"),
          value:
            terms.payMonthlyFen === null ? (
              unknown
            ) : (
              <Money fen={terms.payMonthlyFen} per={t("page.payPer")} />
            ),
        },
        {
          label: t("page.hours"),
          value:
            hoursPerDay === null || hoursPerWeek === null
              ? unknown
              : t("page.hoursValue", { day: hoursPerDay, week: hoursPerWeek }),
        },
        {
          label: t("page.tasks"),
          value:
            terms.tasks.length === 0 ? (
              unknown
            ) : (
              <ul>
                {terms.tasks.map((task) => (
                  <li key={task}>{task}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
};

import { HAZARDS } from "~/catalogues/hazards";
import { Facts } from "~/ui/Facts";
import { Money } from "~/ui/Money";
import { useTranslator, useWords } from "~/words/use-words";
import type { PlacementPage } from "../queries/placement-page.server";

/** What was agreed, name by name; what is still open says who is asked. */
export const PlacementTermList = ({ page }: { page: PlacementPage }) => {
  const t = useWords("placements");
  const { any, language } = useTranslator();
  const { row } = page;
  const { terms } = row;
  const open = t("term.open");
  const yesNo = (value: boolean | null) => (value === null ? open : t(value ? "term.yes" : "term.no"));
  const hours = (value: number | null, unit: string) => (value === null ? open : `${value} ${unit}`);
  const hazards =
    terms.hazards === null
      ? open
      : terms.hazards.map((code) => HAZARDS[code][language === "en" ? "en" : "zh"]).join("、") ||
        t("term.none");
  const pay = (fen: number | null) => (fen === null ? open : <Money fen={fen} per={t("term.month")} />);
  return (
    <Facts
      facts={[
        { label: t("term.school"), value: `${row.schoolName} · ${row.programmeName} · ${row.className}` },
        { label: t("term.host"), value: `${row.hostName} · ${terms.address || open}` },
        { label: t("term.tasks"), value: terms.tasks.join("、") || open },
        { label: t("term.teacher"), value: page.teacher ?? open },
        { label: t("term.mentor"), value: page.mentor ?? open },
        {
          label: t("term.hours"),
          value: `${hours(terms.hoursPerDay, t("term.perDay"))} · ${hours(terms.hoursPerWeek, t("term.perWeek"))}`,
        },
        { label: t("answer.nightShifts"), value: yesNo(terms.nightShifts) },
        { label: t("answer.overtime"), value: yesNo(terms.overtime) },
        { label: t("answer.restDayWork"), value: yesNo(terms.restDayWork) },
        { label: t("answer.hazards"), value: hazards },
        { label: t("answer.payMonthlyFen"), value: pay(terms.payMonthlyFen) },
        {
          label: t("answer.payDay"),
          value: terms.payDay === null ? open : t("term.payDay", { day: terms.payDay }),
        },
        {
          label: t("answer.insuranceBy"),
          value: terms.insuranceBy === null ? open : any(`placements.insurance.${terms.insuranceBy}`),
        },
        {
          label: t("answer.lodging"),
          value: terms.lodging === null ? open : any(`placements.lodging.${terms.lodging}`),
        },
        { label: t("term.origin"), value: any(`placements.origin.${row.origin}`) },
      ]}
    />
  );
};

import { addDays } from "~/platform/time/clock";
import type { AgreementContent } from "./content";
import { type ContentFinding, finding } from "./finding";
import { forbiddenFindings } from "./forbidden-wording";
import { templateOf } from "./templates/all";
import { LAW } from "./templates/template";

const SHORTEST_CLAUSE = 8;

/** The civil date `years` after another; 29 February becomes 28 February. */
export const yearsLater = (date: string, years: number): string => {
  const year = Number(date.slice(0, 4)) + years;
  const rest = date.slice(4);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${rest === "-02-29" && !leap ? "-02-28" : rest}`;
};

const mandatory = (content: AgreementContent): ContentFinding[] => {
  const template = templateOf(content.templateId);
  if (!template) return [finding("template", "block", "unknownTemplate", {}, null)];
  const lacking = template.mandatory.filter(
    (purpose) =>
      !content.clauses.some((one) => one.purpose === purpose && one.text.trim().length >= SHORTEST_CLAUSE),
  );
  if (lacking.length > 0) {
    return lacking.map((purpose) =>
      finding(`mandatory:${purpose}`, "missing", "mandatory", { purpose }, null, template.source),
    );
  }
  return [
    finding(
      "mandatory",
      "pass",
      "mandatoryPass",
      { total: template.mandatory.length },
      null,
      template.source,
    ),
  ];
};

const period = (content: AgreementContent): ContentFinding[] => {
  const { startsOn, endsOn } = content;
  if (endsOn <= startsOn) return [finding("period", "block", "periodOrder", { startsOn, endsOn }, "endsOn")];
  if (!content.acceptsInterns) return [finding("period", "pass", "period", { startsOn, endsOn }, "endsOn")];
  const least = addDays(yearsLater(startsOn, 3), -1);
  return [
    endsOn >= least
      ? finding("period", "pass", "threeYearsPass", { startsOn, endsOn }, "endsOn")
      : finding("period", "warn", "threeYears", { startsOn, endsOn, least }, "endsOn"),
  ];
};

const commitments = (content: AgreementContent): ContentFinding[] => {
  if (content.commitments.length === 0)
    return [finding("commitments", "missing", "noCommitments", {}, "commitments")];
  const vague = content.commitments.filter((one) => !one.dueOn || !one.owner);
  const outside = content.commitments.filter((one) => one.dueOn !== null && one.dueOn > content.endsOn);
  const oneSided = new Set(content.commitments.map((one) => one.byId)).size < 2;
  const found = [
    ...vague.map((one) => finding(`vague:${one.id}`, "warn", "vague", { title: one.title }, one.id)),
    ...outside.map((one) =>
      finding(
        `outside:${one.id}`,
        "block",
        "outside",
        { title: one.title, dueOn: one.dueOn ?? "", endsOn: content.endsOn },
        one.id,
      ),
    ),
    ...(oneSided ? [finding("oneSided", "warn", "oneSided", {}, "commitments")] : []),
  ];
  return found.length > 0
    ? found
    : [finding("commitments", "pass", "commitmentsPass", { total: content.commitments.length })];
};

const charter = (content: AgreementContent): ContentFinding[] => {
  if (!templateOf(content.templateId)?.charter) return [];
  const { organs = [], duties = [], benefits = [] } = content.charter ?? {};
  const lacking = [
    organs.length === 0 && "organs",
    duties.length === 0 && "duties",
    benefits.length === 0 && "benefit",
  ].filter((one): one is string => one !== false);
  const unfair = benefits.filter((one) => one.enterpriseBp + one.schoolBp > 10_000);
  return [
    ...lacking.map((part) => finding(`charter:${part}`, "missing", `charter_${part}`, {}, part)),
    ...unfair.map((one) =>
      finding(`benefit:${one.what}`, "block", "benefitShares", { what: one.what }, "benefit"),
    ),
  ];
};

/**
 * What an agreement's content lacks or may not say. Goes in: the content. Comes out: findings, those that hold
 * included. Sources: mandatory clauses as each template cites them; three years when interns are taken is a house
 * rule (《职业学校校企合作促进办法》, not confirmed); the rest house rules.
 */
export const contentFindings = (content: AgreementContent): ContentFinding[] => [
  ...mandatory(content),
  ...period(content),
  ...commitments(content),
  ...charter(content),
  ...forbiddenFindings(content),
  ...(content.parties.length >= 2
    ? [
        finding("written", "pass", "written", {}, null, {
          document: LAW,
          article: { zh: "第四十条", en: "article 40" },
          verified: true,
        }),
      ]
    : [finding("parties", "block", "parties")]),
];

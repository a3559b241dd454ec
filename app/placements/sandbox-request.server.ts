import type { PersonCtx } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import type { RequestFacts } from "~/platform/http/context";
import { throwRefusal } from "~/platform/http/respond.server";
import type { Language } from "~/platform/i18n/words";
import { civilDate } from "~/platform/time/clock";
import { inLanguage } from "~/regulations/fact-text";
import { citation } from "~/regulations/rules/evaluate";
import { PACKS } from "~/regulations/rules/packs/all";
import type { Rule } from "~/regulations/rules/rule";
import { ruleOf, shownThreshold, typedAdjustments } from "~/regulations/rules/sandbox-rule";
import { THRESHOLD_LABELS } from "~/regulations/rules/thresholds";
import type { SandboxRule } from "./components/SandboxForm";
import { sandboxRun, sandboxStage } from "./queries/sandbox-run.server";

const WHOLE_COUNTRY = "000000";

/** Authorities try rules on their own region, the operator on the whole; everybody else is told why not. */
export const sandboxCtx = async (
  request: Request,
  context: RequestFacts,
): Promise<{ ctx: PersonCtx; regionCode: string }> => {
  const ctx = await requirePerson(request, context);
  const { organization, isOperator } = ctx.actor;
  if (organization?.kind === "authority") {
    const own = await read.organization.findUniqueOrThrow({
      where: { id: organization.id },
      select: { regionCode: true },
    });
    return { ctx, regionCode: own.regionCode };
  }
  return isOperator
    ? { ctx, regionCode: WHOLE_COUNTRY }
    : throwRefusal({ code: "forbidden", key: "errors.forbidden" });
};

/** Rules that can be tried, by pack: those with a number or text to change, and all by their dates. */
export const ruleChoices = (language: Language) =>
  PACKS.map(({ title, rules }) => ({
    group: inLanguage(title, language),
    options: rules.map((rule) => ({
      value: rule.id,
      label: `${rule.id} ${inLanguage(rule.title, language)}`,
    })),
  }));

const labelOf = (name: string, language: Language): string => {
  const label = THRESHOLD_LABELS[name];
  if (!label) return name;
  const unit = label.unit === "percent" ? "%" : label.unit ? inLanguage(label.unit, language) : "";
  return unit ? `${inLanguage(label, language)} (${unit})` : inLanguage(label, language);
};

const formOf = (rule: Rule, query: URLSearchParams, language: Language): SandboxRule => ({
  id: rule.id,
  title: inLanguage(rule.title, language),
  source: inLanguage(rule.source.verified ? citation(rule.source) : rule.source.document, language),
  validFrom: rule.validFrom,
  validTo: rule.validTo ?? "",
  fields: Object.entries(rule.thresholds).flatMap(([name, value]) => {
    const present = shownThreshold(name, value);
    return present === null
      ? []
      : [{ name, label: labelOf(name, language), present, typed: query.get(name) ?? present }];
  }),
  typedFrom: query.get("validFrom") ?? rule.validFrom,
  typedTo: query.get("validTo") ?? rule.validTo ?? "",
});

/**
 * A trial as its address asks for it. In: the request and the region. Out: the rule's form, what could not be read, and
 * the run where something is changed; null parts where nothing was asked yet.
 */
export const trialOf = async (request: Request, regionCode: string, language: Language, now: Date) => {
  const query = new URL(request.url).searchParams;
  const rule = ruleOf(PACKS, query.get("rule") ?? "");
  if (!rule) return { rule: null, stage: null, unread: [], reversed: false, run: null, change: "" };
  const { adjustments, unread } = typedAdjustments(rule, (name) => query.get(name));
  const run =
    adjustments.length > 0 && unread.length === 0
      ? await sandboxRun(regionCode, rule, adjustments, civilDate(now))
      : null;
  return {
    rule: formOf(rule, query, language),
    stage: sandboxStage(rule),
    unread: unread.map((name) => labelOf(name, language)),
    reversed: run !== null && !run.ok,
    run: run?.ok ? run : null,
    change: JSON.stringify(adjustments),
  };
};

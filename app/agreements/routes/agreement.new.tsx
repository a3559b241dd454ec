import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { refusedWith } from "../agreement-actions.server";
import { draftAgreement } from "../commands/draft-agreement.server";
import { DraftForm } from "../components/DraftForm";
import { actRefusal } from "../policy";
import { draftSource, findPartners } from "../queries/draft-page.server";
import { yearsLater } from "../rules/content-findings";
import { templateOf, templatesOn } from "../rules/templates/all";
import { COOPERATION_FORMS } from "../rules/templates/cooperation";
import { draftForm } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const forbidden = actRefusal(ctx.actor);
  if (forbidden) return throwRefusal(forbidden);
  const query = new URL(request.url).searchParams;
  const today = civilDate(ctx.clock.now());
  const source = await draftSource(ctx, query.get("enquiry"));
  if (source?.agreementId) throw redirect(`/agreements/${source.agreementId}`);
  const template = templateOf(query.get("template") ?? "");
  const searched = query.get("q") ?? "";
  const found = await findPartners(ctx, searched);
  const startsOn = source?.startsOn && source.startsOn >= today ? source.startsOn : today;
  const years = template?.years ?? 3;
  return {
    title: translatorFor(languageOf(request.headers)).room("agreements")("new.title"),
    templates: templatesOn(today).map(({ id, title, summary, source: from, clauses, commitments }) => ({
      id,
      title,
      summary,
      source: from,
      clauses: clauses.length,
      commitments: commitments.length,
    })),
    template: template?.drafted
      ? {
          id: template.id,
          title: template.title,
          kind: template.kind,
          many: template.roles.includes("member") || template.roles.length > 2,
        }
      : null,
    forms:
      template?.kind === "cooperation"
        ? COOPERATION_FORMS.map(({ number, title }) => ({ number, title }))
        : [],
    source,
    searched,
    found,
    ours: ctx.actor.organization.name,
    verified: ctx.actor.organization.verified,
    startsOn,
    endsOn: source?.endsOn && source.endsOn > startsOn ? source.endsOn : yearsLater(startsOn, years),
    today,
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, draftForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome = await draftAgreement(ctx, parsed.value);
  if (!outcome.ok) return refusedWith(outcome.refusal, form).refused;
  return redirect(`/agreements/${outcome.value.id}/edit`, 303);
};

/** From a model text to a draft: which text, with whom, what it is called and how long it runs. */
export default function NewAgreement() {
  const t = useWords("agreements");
  const { language } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const tongue = language === "en" ? "en" : "zh";
  const { template, source } = page;
  const keep = source ? `&enquiry=${source.enquiryId}` : "";
  const choose = (id: string) => `/agreements/new?template=${id}${keep}`;
  return (
    <>
      <PageHeader title={t("new.title")} trail={[{ href: "/agreements", label: t("title") }]} />
      {source && <Notice>{t("new.fromEnquiry", { subject: source.subject })}</Notice>}
      {source?.draftedElsewhere && <Notice tone="wait">{t("new.draftedElsewhere")}</Notice>}
      {!page.verified && <Notice tone="wait">{t("errors.notVerified")}</Notice>}
      {!template && (
        <Section id="templates" title={t("new.step1")}>
          {page.templates.map((one) => (
            <article key={one.id} className="item">
              <div>
                <h3>
                  <a href={choose(one.id)}>{one.title[tongue]}</a>
                </h3>
                <div className="meta">{one.summary[tongue]}</div>
                <div className="note">
                  {one.source.verified
                    ? `${one.source.document[tongue]} ${one.source.article?.[tongue] ?? ""}`
                    : t("new.houseModel")}{" "}
                  · {t("new.clauses", { clauses: one.clauses, commitments: one.commitments })}
                </div>
              </div>
              <div className="item-figure">
                <LinkButton
                  look="ghost"
                  small
                  href={choose(one.id)}
                  aria-label={`${t("new.chooseTemplate")} ${one.title[tongue]}`}
                >
                  {t("new.chooseTemplate")}
                </LinkButton>
              </div>
            </article>
          ))}
        </Section>
      )}
      {template && (
        <>
          <p className="meta">
            {t("new.chosen")}：{template.title[tongue]}{" "}
            <a href={`/agreements/new?${keep.slice(1)}`}>{t("new.change")}</a>
          </p>
          {!source && (
            <Section id="partners" title={t("new.step2")}>
              <form method="get" className="row my-3 items-end">
                <input type="hidden" name="template" value={template.id} />
                <TextField
                  name="q"
                  type="search"
                  label={t("field.partnerSearch")}
                  defaultValue={page.searched}
                  required
                  minLength={2}
                />
                <Button look="ghost">{t("new.search")}</Button>
              </form>
              {page.searched && page.found.length === 0 && <p>{t("new.noPartner")}</p>}
            </Section>
          )}
          {!source?.draftedElsewhere && (source || page.found.length > 0 || state) && (
            <DraftForm page={{ ...page, template }} state={state} />
          )}
        </>
      )}
    </>
  );
}

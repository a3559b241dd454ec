import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { planVisit } from "../commands/plan-visit.server";
import { recordContact } from "../commands/record-contact.server";
import { ContactForm, VisitForm } from "../components/ContactForm";
import { WeekList } from "../components/OwnWeeksList";
import { weekTab } from "../queries/week-tab.server";
import { contactForm, visitForm } from "../week-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const tab = await weekTab(actor, params.id ?? "", clock.now());
  if (!tab) return throwRefusal(notFound().refusal);
  return { tab };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  const form = await request.formData();
  const tab = await weekTab(ctx.actor, id, ctx.clock.now());
  if (!tab) return throwRefusal(notFound().refusal);
  if (!tab.mayRecord) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  if (form.get("intent") === "plan") {
    const plan = parseForm(form, visitForm);
    if (!plan.ok) return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: plan.state });
    const planned = await planVisit(ctx, id, plan.value.plannedOn);
    if (planned.ok) return redirect(`/placements/${id}/weeks`, 303);
    return answerRefusal(planned.refusal, { state: refusedState(planned.refusal, typedFrom(form)) });
  }
  const parsed = parseForm(form, contactForm);
  if (!parsed.ok)
    return answerRefusal({ code: "invalid", key: "errors.checkFields" }, { state: parsed.state });
  const { note, ...said } = parsed.value;
  const recorded = await recordContact(ctx, id, { ...said, note: note ?? "" });
  if (recorded.ok) return redirect(`/placements/${id}/weeks`, 303);
  return answerRefusal(recorded.refusal, { state: refusedState(recorded.refusal, typedFrom(form)) });
};

const FOUND_TONES = { well: "ok", watch: "wait", act: "bad" } as const;
const toneOf = (found: string) => FOUND_TONES[found as keyof typeof FOUND_TONES] ?? "neutral";

/** The weeks of one placement, and the contacts of its teacher. */
export default function PlacementWeeks() {
  const t = useWords("followup");
  const { any } = useTranslator();
  const { tab } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`followup.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <div className="stack">
          <Section id="weeks" title={t("title")}>
            {tab.begun ? (
              <WeekList placementId={tab.id} weeks={tab.weeks} mayWrite={tab.mayWrite} />
            ) : (
              <p>{t("list.notStarted")}</p>
            )}
          </Section>
        </div>
        {tab.contacts && (
          <aside className="stack">
            <Section id="contacts" title={t("contact.title")}>
              {tab.contacts.length === 0 && <p>{t("contact.none")}</p>}
              <ul>
                {tab.contacts.map((contact) => (
                  <li key={contact.id} className="mt-3">
                    <span className="num">{contact.doneOn}</span>{" "}
                    {any(`followup.contact.kind.${contact.kind}`)}{" "}
                    <StateBadge
                      tone={toneOf(contact.found)}
                      word={any(`followup.contact.foundAs.${contact.found}`)}
                    />
                    {contact.note && <p className="note">{contact.note}</p>}
                  </li>
                ))}
              </ul>
            </Section>
            {tab.mayRecord && (
              <Section id="record" title={t("contact.record")}>
                <ContactForm today={tab.today} state={state} />
              </Section>
            )}
            {tab.mayPlan && (
              <Section id="plan" title={t("contact.plan")}>
                {tab.planned.map((plan) => (
                  <p key={plan.id} className="num">
                    {plan.plannedOn} {any(`followup.contact.source.${plan.source}`)}
                  </p>
                ))}
                <VisitForm today={tab.today} state={state} />
              </Section>
            )}
          </aside>
        )}
      </div>
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { fieldErrors } from "~/identity/components/field-errors";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { setEnquiryQuota } from "../commands/set-enquiry-quota.server";
import { quotaOf } from "../queries/enquiry-quota.server";
import { quotaForm } from "../quota-schema";
import { MOST_PER_MONTH } from "../rules/enquiry-quota";
import { requireStaff } from "../staff.server";

const enterprise = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["enterprise"]);
  if (!mayWrite(ctx.actor)) throwRefusal({ code: "forbidden", key: "quota.errors.role" });
  return ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { actor, clock } = await enterprise(args);
  return {
    title: translatorFor(languageOf(args.request.headers)).any("quota.title"),
    quota: await quotaOf(actor.organizationId, clock.now()),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await enterprise(args);
  const parsed = parseForm(await args.request.formData(), quotaForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome = await setEnquiryQuota(ctx, parsed.value);
  if (outcome.ok) return redirect("/enquiries/quota", 303);
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, parsed.typed) });
};

/** How many new enquiries an enterprise takes in a month: what came, the limit, and what others read when it is reached. */
export default function EnquiryQuota() {
  const t = useWords("quota");
  const { any } = useTranslator();
  const { title, quota } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { perMonth, taken, full, nextMonth, version } = quota;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/enquiries", label: any("enquiries.title") }]}
        subtitle={t(perMonth === null ? "takenFree" : "taken", { taken, perMonth: perMonth ?? 0 })}
      />
      <div className="stack mt-6 max-w-[720px]">
        {full && <Notice tone="wait">{t("fullOwn", { date: nextMonth })}</Notice>}
        <Section id="limit" title={t("limit")}>
          <p className="meta my-3">{t("text")}</p>
          <form method="post" className="form">
            {state && (
              <FormErrors
                errors={fieldErrors(state, { perMonth: t("perMonth") }, any)}
                message={any(state.message.key, state.message.values)}
              />
            )}
            <HiddenField name="version" value={version} />
            <NumberField
              name="perMonth"
              label={t("perMonth")}
              hint={t("perMonthHint", { most: MOST_PER_MONTH })}
              unit={t("unit")}
              required
              defaultValue={shown(state, "perMonth", perMonth)}
              error={errorFor(state, "perMonth", any)}
            />
            <div className="form-end">
              <Button name="intent" value="set">
                {t("save")}
              </Button>
              {perMonth !== null && (
                <Button look="quiet" name="intent" value="lift" formNoValidate>
                  {t("lift")}
                </Button>
              )}
            </div>
          </form>
        </Section>
        <p className="note">{t("seen", { words: t("full", { date: nextMonth }) })}</p>
      </div>
    </>
  );
}

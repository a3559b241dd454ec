import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { read } from "~/platform/db/client.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { createPathway } from "../commands/create-pathway.server";
import { RefusedPathwayForm } from "../components/RefusedPathwayForm";
import { choicesOf } from "../own-agreement.server";
import { refusedForm, unreadForm } from "../pathway-actions.server";
import { refuseFounding } from "../policy";
import { kindsOn } from "../rules/kinds";
import { newPathwayForm } from "../schema";

const requireFounder = async (request: Request, facts: LoaderFunctionArgs["context"]) => {
  const ctx = await requireStaff(request, facts, ["school"]);
  const refusal = refuseFounding(ctx.actor);
  return refusal ? throwRefusal(refusal) : ctx;
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireFounder(request, context);
  const today = civilDate(ctx.clock.now());
  const { agreements } = await choicesOf(read, ctx.actor.organizationId);
  return {
    title: translatorFor(languageOf(request.headers)).room("articulation")("create.title"),
    submissionKey: newId(),
    agreements,
    firstIntake: Number(today.slice(0, 4)) + (today.slice(5) < "09-01" ? 0 : 1),
    kinds: kindsOn(today).map(({ id, title, summary, source }) => ({ id, title, summary, source })),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireFounder(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, newPathwayForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await createPathway(ctx, parsed.value);
  return done.ok ? redirect(`/pathways/${done.value.id}/edit`, 303) : refusedForm(done.refusal, form);
};

/** Founding a pathway: its form, its name, what it rests on. */
export default function NewPathway() {
  const t = useWords("articulation");
  const { any, language } = useTranslator();
  const { submissionKey, agreements, firstIntake, kinds } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const lang = language === "en" ? "en" : "zh";
  return (
    <>
      <PageHeader
        title={t("create.title")}
        subtitle={t("create.lead")}
        trail={[{ href: "/pathways", label: t("title") }]}
      />
      <form method="post" className="form mt-5 max-w-3xl" data-guard="">
        <RefusedPathwayForm state={state} />
        <HiddenField name="submissionKey" value={submissionKey} />
        <RadioGroup
          name="kind"
          label={t("field.kind")}
          hint={t("house")}
          required
          options={kinds.map((one) => ({ value: one.id, label: one.title[lang], hint: one.summary[lang] }))}
          defaultValue={shown(state, "kind")}
          error={errorFor(state, "kind", any)}
        />
        <TextField
          name="title"
          label={t("field.title")}
          hint={t("create.titleHint")}
          required
          maxLength={80}
          defaultValue={shown(state, "title")}
          error={errorFor(state, "title", any)}
        />
        {agreements.length > 0 ? (
          <SelectField
            name="agreement"
            label={t("field.agreement")}
            hint={t("create.agreementHint")}
            options={agreements.map((one) => ({ value: one.id, label: `${one.title} (${one.endsOn})` }))}
            defaultValue={shown(state, "agreement", agreements[0]?.id)}
            error={errorFor(state, "agreement", any)}
          />
        ) : (
          <p>
            {t("create.none")} <a href="/agreements/new">{t("create.draftAgreement")}</a>
            <span className="note block">{t("create.agreementHint")}</span>
          </p>
        )}
        <NumberField
          name="firstIntake"
          label={t("field.firstIntake")}
          required
          min={2015}
          max={2100}
          defaultValue={shown(state, "firstIntake", firstIntake)}
          error={errorFor(state, "firstIntake", any)}
        />
        <div>
          <Button>{t("create.act")}</Button>
        </div>
      </form>
    </>
  );
}

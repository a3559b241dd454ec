import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown, ticked } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { addDays, civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { createRound } from "../commands/create-round.server";
import { RoundErrors } from "../components/RoundErrors";
import { roundRefused, writersOnly } from "../round-request.server";
import { roundForm } from "../round-schema";
import { MOST_CHOICES } from "../rules/round-choices";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context, ["school"]);
  writersOnly(ctx);
  const today = civilDate(ctx.clock.now());
  const own = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  const schools = await read.organization.findMany({
    where: {
      kind: "school",
      state: "verified",
      regionCode: { startsWith: own.regionCode.slice(0, 4) },
      id: { not: ctx.actor.organizationId },
    },
    orderBy: { namePinyin: "asc" },
    take: 60,
    select: { id: true, name: true },
  });
  return {
    title: translatorFor(languageOf(request.headers)).room("rounds")("new.title"),
    schools,
    submissionKey: newId(),
    today,
    usual: { choices: addDays(today, 10), ranks: addDays(today, 15), publish: addDays(today, 18) },
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context, ["school"]);
  writersOnly(ctx);
  const form = await request.formData();
  const parsed = parseForm(form, roundForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await createRound(ctx, parsed.value);
  return done.ok ? redirect(`/rounds/${done.value.id}/slots`, 303) : roundRefused(done.refusal, form);
};

/** A round's name, dates and the schools invited: a draft, whose slots and students come next. */
export default function NewRound() {
  const t = useWords("rounds");
  const { any } = useTranslator();
  const { schools, submissionKey, today, usual } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const error = (name: string) => errorFor(state, name, any);
  const date = (name: "choicesUntil" | "ranksUntil" | "publishOn", stored: string) => (
    <DateField
      name={name}
      label={t(`field.${name}`)}
      required
      min={today}
      defaultValue={shown(state, name, stored)}
      error={error(name)}
    />
  );
  return (
    <>
      <PageHeader
        title={t("new.title")}
        subtitle={t("new.text")}
        trail={[{ href: "/rounds", label: t("title") }]}
      />
      <RoundErrors state={state} />
      <form method="post" className="form mt-5" data-draft="round-new">
        <HiddenField
          name="submissionKey"
          value={shown(state, "submissionKey", submissionKey) ?? submissionKey}
        />
        <TextField
          name="name"
          label={t("field.name")}
          hint={t("hint.name")}
          required
          maxLength={80}
          defaultValue={shown(state, "name")}
          error={error("name")}
        />
        {date("choicesUntil", usual.choices)}
        {date("ranksUntil", usual.ranks)}
        {date("publishOn", usual.publish)}
        <NumberField
          name="mostChoices"
          label={t("field.mostChoices")}
          hint={t("hint.mostChoices")}
          required
          min={1}
          max={MOST_CHOICES}
          defaultValue={shown(state, "mostChoices", 5)}
          error={error("mostChoices")}
        />
        <RadioGroup
          name="categoryBy"
          label={t("field.categoryBy")}
          hint={t("hint.categoryBy")}
          required
          options={(["none", "programme", "school"] as const).map((value) => ({
            value,
            label: t(`categoryBy.${value}`),
          }))}
          defaultValue={shown(state, "categoryBy", "none")}
          error={error("categoryBy")}
        />
        {schools.length > 0 && (
          <CheckboxGroup
            name="schools"
            label={t("field.schools")}
            hint={t("hint.schools")}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={ticked(state, "schools")}
            error={error("schools")}
          />
        )}
        <p className="note">{t("hint.seed")}</p>
        <Button>{t("new.create")}</Button>
      </form>
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { saveSearch } from "../commands/save-search.server";
import { keptConditions } from "../queries/kept-conditions.server";
import { PACES } from "../rules/saved-search";
import { saveSearchForm } from "../saved-search-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requirePerson(request, context);
  const translator = translatorFor(languageOf(request.headers));
  const { searchParams } = new URL(request.url);
  return {
    title: translator.any("searches.saveTitle"),
    submissionKey: newId(),
    ...(await keptConditions(searchParams, clock.now(), translator)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const parsed = parseForm(await request.formData(), saveSearchForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const saved = await saveSearch(ctx, parsed.value);
  if (saved.ok) return redirect("/searches", 303);
  return answerRefusal(saved.refusal, { state: refusedState(saved.refusal, parsed.typed) });
};

const LONGEST_NAME = 60;

/** A search about to be kept: its conditions as read, a name, and how often to hear of new listings. */
export default function NewSearch() {
  const t = useWords("searches");
  const { any } = useTranslator();
  const { title, query, conditions, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const trail = [{ href: "/searches", label: t("title") }];
  if (!query) {
    return (
      <>
        <PageHeader title={title} trail={trail} />
        <div className="stack mt-6 max-w-[720px]">
          <Notice tone="wait">{t(query === "" ? "errors.empty" : "errors.long")}</Notice>
          <p>
            <LinkButton href="/listings">{t("toListings")}</LinkButton>
          </p>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} trail={trail} subtitle={t("saveText")} />
      <form method="post" className="form mt-6 max-w-[720px]">
        {state && (
          <FormErrors
            errors={fieldErrors(state, { name: t("name"), pace: t("pace"), query: t("conditions") }, any)}
            message={any(state.message.key, state.message.values)}
          />
        )}
        <HiddenField name="submissionKey" value={submissionKey} />
        <HiddenField name="query" value={query} />
        <Section id="conditions" title={t("conditions")}>
          <p className="row my-3">
            {conditions.map((condition) => (
              <Tag key={condition}>{condition}</Tag>
            ))}
          </p>
        </Section>
        <TextField
          name="name"
          label={t("name")}
          required
          maxLength={LONGEST_NAME}
          defaultValue={shown(state, "name", conditions.join(" · ").slice(0, LONGEST_NAME))}
          error={errorFor(state, "name", any)}
        />
        <RadioGroup
          name="pace"
          label={t("pace")}
          hint={t("paceHint")}
          required
          inline
          options={PACES.map((pace) => ({ value: pace, label: t(`paces.${pace}`) }))}
          defaultValue={shown(state, "pace", "daily")}
          error={errorFor(state, "pace", any)}
        />
        <div className="form-end">
          <Button>{t("keep")}</Button>
          <LinkButton href={`/listings?${query}`} look="quiet">
            {t("toListings")}
          </LinkButton>
        </div>
      </form>
    </>
  );
}

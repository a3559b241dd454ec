import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { searchPeople } from "~/identity/queries/people-search.server";
import { personSearchForm } from "~/identity/schema";
import { requireOperator } from "~/identity/session.server";
import { parseForm } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { PeopleTable } from "../components/PeopleTable";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireOperator(request, context);
  return { title: translatorFor(languageOf(request.headers)).room("operator")("people.title") };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Searched by POST: an address in the URL would stay in the browser's history. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  await requireOperator(request, context);
  const parsed = parseForm(await request.formData(), personSearchForm);
  if (!parsed.ok) return data({ state: parsed.state, found: null }, { status: 422 });
  const kept = { typed: parsed.typed, message: { key: "" }, fields: [] };
  return data({ state: kept, found: await searchPeople(parsed.value.q) });
};

/** People by their whole address or the beginning of their name. */
export default function People() {
  const t = useWords("operator");
  const admin = useWords("admin");
  const { any } = useTranslator();
  const answer = useActionData<typeof action>();
  const label = t("people.q");
  return (
    <>
      <PageHeader
        title={t("people.title")}
        subtitle={t("people.subtitle")}
        trail={[{ href: "/admin", label: admin("title") }]}
      />
      <form method="post" role="search" className="form mt-5">
        {answer && !answer.found && (
          <FormErrors
            errors={fieldErrors(answer.state, { q: label }, any)}
            message={any(answer.state.message.key, answer.state.message.values)}
          />
        )}
        <TextField
          name="q"
          label={label}
          hint={t("people.qHint")}
          maxLength={254}
          spellCheck={false}
          required
          defaultValue={shown(answer?.state, "q")}
          error={errorFor(answer?.state, "q", any)}
        />
        <div>
          <Button icon="search">{t("people.search")}</Button>
        </div>
      </form>
      {answer?.found && (
        <div className="mt-6">
          {answer.found.more && <Notice tone="act">{t("people.more")}</Notice>}
          <PeopleTable
            people={answer.found.people}
            empty={
              <EmptyState level={2} title={t("people.empty")}>
                <p>{t("people.emptyText")}</p>
              </EmptyState>
            }
          />
        </div>
      )}
    </>
  );
}

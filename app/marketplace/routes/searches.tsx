import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { changeSearch } from "../commands/change-search.server";
import { SavedSearchItem } from "../components/SavedSearchItem";
import { savedSearchesOf } from "../queries/saved-searches.server";
import { MOST_SEARCHES } from "../rules/saved-search";
import { changeSearchForm } from "../saved-search-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const translator = translatorFor(languageOf(request.headers));
  const now = clock.now();
  return {
    title: translator.any("searches.title"),
    now: now.toISOString(),
    searches: await savedSearchesOf(actor.personId, now, translator),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const parsed = parseForm(await request.formData(), changeSearchForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const changed = await changeSearch(ctx, parsed.value);
  if (changed.ok) return redirect("/searches", 303);
  if (changed.refusal.code === "not_found") return throwRefusal(changed.refusal);
  return answerRefusal(changed.refusal, { state: refusedState(changed.refusal, parsed.typed) });
};

/** A person's saved searches: what each looks for, how often it tells, and stopping it. */
export default function Searches() {
  const t = useWords("searches");
  const { any } = useTranslator();
  const { title, now, searches } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const error = state && (state.fields[0] ?? state.message);
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("intro")}
        action={
          <LinkButton href="/listings" look="ghost" icon="search">
            {t("toListings")}
          </LinkButton>
        }
      />
      <div className="mt-6">
        {error && <Notice tone="bad">{any(error.key, error.values)}</Notice>}
        {searches.length === 0 ? (
          <EmptyState
            level={2}
            title={t("none")}
            action={<LinkButton href="/listings">{t("toListings")}</LinkButton>}
          >
            <p>{t("noneText")}</p>
          </EmptyState>
        ) : (
          <Section
            id="searches"
            title={title}
            aside={t("count", { count: searches.length, most: MOST_SEARCHES })}
          >
            {searches.map((search) => (
              <SavedSearchItem key={search.id} search={search} now={now} />
            ))}
          </Section>
        )}
      </div>
    </>
  );
}

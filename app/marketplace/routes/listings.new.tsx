import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { startListing } from "../commands/start-listing.server";
import { keepRefusal, tradesRefusal } from "../listing-policy";
import { startForm } from "../listing-schema";
import { kindsFor } from "../rules/listing-kinds";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requireMember(request, context);
  const refusal = keepRefusal(actor) ?? tradesRefusal(actor);
  if (refusal) return throwRefusal(refusal);
  return {
    title: translatorFor(languageOf(request.headers)).any("listings.fresh.title"),
    kinds: kindsFor(actor.organization.kind),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, startForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { kind, direction, submissionKey } = parsed.value;
  const key = submissionKey && `${submissionKey}:${kind}:${direction}`;
  const outcome = await startListing(ctx, { kind, direction, ...(key ? { submissionKey: key } : {}) });
  if (outcome.ok) return redirect(`/listings/${outcome.value.id}/edit/about`, 303);
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typedFrom(form)) });
};

/** What to publish: the kinds this organization may offer or seek, each explained in a line. */
export default function NewListing() {
  const t = useWords("listings");
  const { any } = useTranslator();
  const { kinds, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        trail={[{ href: "/listings/mine", label: t("mine.title") }]}
        title={t("fresh.title")}
        subtitle={t("fresh.text")}
      />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className="mt-6 border-t-2 border-ink">
        {kinds.map(({ kind, directions }) => (
          <section
            key={kind}
            className="grid items-center gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div>
              <h2 className="text-base font-semibold">{t(`kind.${kind}`)}</h2>
              <p className="meta">{t(`kindText.${kind}`)}</p>
            </div>
            <div className="row">
              {directions.map((direction) => (
                <form key={direction} method="post">
                  <HiddenField name="kind" value={kind} />
                  <HiddenField name="direction" value={direction} />
                  <HiddenField name="submissionKey" value={submissionKey} />
                  <Button
                    look="ghost"
                    small
                    aria-label={`${t(`direction.${direction}`)} · ${t(`kind.${kind}`)}`}
                  >
                    {t(`direction.${direction}`)}
                  </Button>
                </form>
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { relativeText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerFreshness } from "../commands/answer-freshness.server";
import { freshnessForm } from "../freshness-schema";
import { freshnessLetter } from "../queries/freshness-letter.server";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("freshness");
  const now = systemClock.now();
  const letter = await freshnessLetter(params.token ?? "", now);
  return data(
    { title: t(letter ? "title" : "deadTitle"), now: now.toISOString(), letter },
    { status: letter ? 200 : 404 },
  );
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const parsed = parseForm(form, freshnessForm);
  if (!parsed.ok) return data({ state: parsed.state, done: null }, { status: 422 });
  const outcome = await answerFreshness(anonymousCtx(context), params.token ?? "", parsed.value);
  if (outcome.ok) return data({ state: null, done: outcome.value });
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, parsed.typed), done: null });
};

/** A letter's one tap: are these listings still current? Opening it changes nothing; the button does. */
export default function ConfirmListings() {
  const t = useWords("freshness");
  const { any, language } = useTranslator();
  const { title, now, letter } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (!letter) {
    return (
      <EmptyState
        level={1}
        title={title}
        action={<LinkButton href="/listings/mine">{t("toMine")}</LinkButton>}
      >
        <p>{t("dead")}</p>
      </EmptyState>
    );
  }
  const open = letter.listings.filter((listing) => listing.open);
  const done = answered?.done;
  const state = answered?.state;
  const error = state?.fields[0] ?? state?.message;
  return (
    <div className="max-w-[720px]">
      <PageHeader title={title} subtitle={letter.organization} />
      <div className="stack mt-6">
        {done && (
          <Notice tone="ok">
            {(["confirmed", "resumed", "filled", "kept"] as const)
              .filter((one) => done[one] > 0)
              .map((one) => t(`done.${one}`, { count: done[one] }))
              .join(" ")}
          </Notice>
        )}
        {error && <Notice tone="bad">{any(error.key, error.values)}</Notice>}
        {open.length > 0 && !done ? (
          <form method="post" className="form">
            <CheckboxGroup
              name="listings"
              label={t("question")}
              hint={t("hint")}
              required
              options={open.map((listing) => ({
                value: listing.id,
                label: listing.title,
                hint: [
                  any(`listings.kind.${listing.kind}`),
                  listing.state === "paused"
                    ? t("pausedSince")
                    : listing.confirmedAt &&
                      t("lastConfirmed", { when: relativeText(listing.confirmedAt, now, language) }),
                  listing.seats !== null &&
                    t("seats", { left: Math.max(0, listing.seats - listing.seatsTaken) }),
                ]
                  .filter(Boolean)
                  .join(" · "),
              }))}
              defaultValues={open.map(({ id }) => id)}
            />
            <div className="form-end">
              <Button name="intent" value="stands">
                {t("stands")}
              </Button>
              <Button name="intent" value="full" look="ghost">
                {t("full")}
              </Button>
            </div>
          </form>
        ) : (
          !done && <p>{t("nothingLeft")}</p>
        )}
        <p className="note">
          {t("why")} <a href="/listings/mine">{t("toMine")}</a>
        </p>
      </div>
    </div>
  );
}

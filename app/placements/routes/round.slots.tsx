import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { saveRoundSlots } from "../commands/save-round-slots.server";
import { RoundErrors } from "../components/RoundErrors";
import { SlotChoice } from "../components/SlotChoice";
import { categoriesOf, listingsForRound } from "../queries/round-setup.server";
import { roundRefused, roundRequest, writersOnly } from "../round-request.server";
import { slotsForm } from "../round-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["lead"]);
  writersOnly(ctx);
  const { round, state } = seen;
  if (state !== "draft") throwRefusal({ code: "conflict", key: "rounds.errors.state" });
  return {
    title: `${translatorFor(languageOf(request.headers)).room("rounds")("slots.title")} · ${round.name}`,
    round: { id: round.id, name: round.name, version: round.version },
    listings: await listingsForRound(ctx, round),
    categories: await categoriesOf(round.id, round.categoryBy),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const { ctx, seen } = await roundRequest(request, context, params.id, ["lead"]);
  const form = await request.formData();
  const parsed = parseForm(form, slotsForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await saveRoundSlots(ctx, seen.round.id, parsed.value);
  if (!done.ok) return roundRefused(done.refusal, form);
  return redirect(`/rounds/${seen.round.id}${seen.round.state === "draft" ? "/students" : ""}`, 303);
};

/** The listings whose seats go into a draft round. */
export default function RoundSlots() {
  const t = useWords("rounds");
  const { round, listings, categories } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("slots.title")}
        subtitle={t("slots.text")}
        trail={[
          { href: "/rounds", label: t("title") },
          { href: `/rounds/${round.id}`, label: round.name },
        ]}
      />
      <RoundErrors state={state} />
      {listings.length === 0 ? (
        <EmptyState
          level={2}
          title={t("slots.none")}
          action={<LinkButton href="/listings">{t("slots.search")}</LinkButton>}
        >
          <p>{t("slots.noneText")}</p>
        </EmptyState>
      ) : (
        <form method="post" className="mt-5">
          <HiddenField name="version" value={round.version} />
          <ul>
            {listings.map((listing, at) => (
              <SlotChoice key={listing.id} at={at} listing={listing} categories={categories} state={state} />
            ))}
          </ul>
          <p className="row mt-5">
            <Button>{t("act.save")}</Button>
          </p>
        </form>
      )}
    </>
  );
}

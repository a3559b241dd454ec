import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireMember } from "~/identity/session.server";
import { ImportUpload } from "~/organizations/components/ImportUpload";
import { headerOf } from "~/organizations/import-template.server";
import { receiveImport } from "~/organizations/import-upload.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { errorFor } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import type { ImportOptions } from "~/platform/imports/import-kind";
import { recentImports } from "~/platform/imports/import-page.server";
import { type Result, refuse } from "~/platform/result";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { listingColumns } from "../listing-columns.server";
import { LISTING_IMPORT } from "../listing-import.server";
import { keepRefusal, tradesRefusal } from "../listing-policy";
import { DIRECTIONS, LISTING_KINDS } from "../rules/kinds";
import { kindsFor } from "../rules/listing-kinds";

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const refusal = keepRefusal(ctx.actor) ?? tradesRefusal(ctx.actor);
  if (refusal) throwRefusal(refusal);
  return ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  const language = languageOf(args.request.headers);
  const { any } = translatorFor(language);
  const kinds = kindsFor(ctx.actor.organization.kind).flatMap(({ kind, directions }) =>
    directions.map((direction) => ({
      value: `${kind}:${direction}`,
      label: `${any(`listings.kind.${kind}`)} · ${any(`listings.direction.${direction}`)}`,
      query: new URLSearchParams({ kind, direction }).toString(),
    })),
  );
  return {
    title: any("imports.listings"),
    kinds,
    required: listingColumns("internship", "offer")
      .filter((def) => "required" in def && def.required)
      .map((def) => headerOf(def, language))
      .join("、"),
    now: ctx.clock.now().toISOString(),
    recent: await recentImports(ctx.actor.organizationId, "listings"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const optionsForm = z.object({
  kind: z.templateLiteral([z.enum(LISTING_KINDS), ":", z.enum(DIRECTIONS)]),
  publish: z.literal("yes").optional(),
  reason: z.string().max(500).optional(),
});

const optionsOf = (form: FormData): Result<ImportOptions> => {
  const parsed = parseForm(form, optionsForm);
  if (!parsed.ok) return refuse("invalid", "errors.checkFields", { fields: parsed.state.fields });
  const [kind = "", direction = ""] = parsed.value.kind.split(":");
  const { publish = "no", reason = "" } = parsed.value;
  return { ok: true, value: { kind, direction, publish, reason } };
};

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const started = await receiveImport(args.request, ctx, LISTING_IMPORT, optionsOf);
  if (started.ok) return redirect(`/organization/imports/${started.value.id}`, 303);
  return answerRefusal(started.refusal, { state: refusedState(started.refusal, {}) });
};

/** Many listings at once: upload, check, decide. */
export default function ListingsImport() {
  const t = useWords("imports");
  const { any } = useTranslator();
  const { title, kinds, required, recent, now } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader title={title} trail={[{ href: "/listings/mine", label: t("back.listings") }]} />
      <ImportUpload
        kind="listings"
        required={required}
        state={state}
        recent={recent}
        now={now}
        labels={{ kind: t("kindField"), reason: t("reason") }}
        templates={
          <ul>
            {kinds.map(({ value, label, query }) => (
              <li key={value}>
                <LinkButton look="quiet" icon="download" href={`/listings/import/template?${query}`} download>
                  {t("templateFor", { kind: label })}
                </LinkButton>
              </li>
            ))}
          </ul>
        }
      >
        <SelectField
          name="kind"
          label={t("kindField")}
          hint={t("kindHint")}
          required
          options={kinds}
          error={errorFor(state, "kind", any)}
        />
        <CheckboxField name="publish" value="yes" label={t("publish")} hint={t("publishHint")} />
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={500}
          error={errorFor(state, "reason", any)}
        />
      </ImportUpload>
    </>
  );
}

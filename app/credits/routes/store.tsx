import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { CopyButton } from "~/ui/CopyButton";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { makeStoreSecret } from "../commands/make-store-secret.server";
import { CreditTabs } from "../components/CreditTabs";
import { StoreReport } from "../components/StoreReport";
import { secretForm } from "../deposit-schema";
import { daysAsked, storePage } from "../queries/store-page.server";
import { requireStoreStaff } from "../store-door.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStoreStaff(request, context);
  const days = daysAsked(new URL(request.url).searchParams, ctx.clock.now());
  return {
    title: translatorFor(languageOf(request.headers)).room("creditStore")("title"),
    ...(await storePage(ctx, days)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

type Answer = { state: FormState | null; secret: string | null };

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStoreStaff(request, context);
  const parsed = parseForm(await request.formData(), secretForm);
  if (!parsed.ok) return data<Answer>({ state: parsed.state, secret: null }, { status: 422 });
  const made = await makeStoreSecret(ctx, parsed.value);
  if (made.ok) return data<Answer>({ state: null, secret: made.value.secret });
  return answerRefusal<Answer>(made.refusal, {
    state: refusedState(made.refusal, parsed.typed),
    secret: null,
  });
};

/** The intermediate store from a school's side: how to connect, the signing secret, the reconciliation. */
export default function CreditStore() {
  const t = useWords("creditStore");
  const credits = useWords("credits");
  const { any } = useTranslator();
  const { owner, secret, version, report } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const label = t(secret || answer?.secret ? "secret.renew" : "secret.make");
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        trail={[{ href: "/credits", label: credits("title") }]}
      />
      <CreditTabs current="store" side="school" />
      <div className="mt-4 grid gap-3 empty:hidden">
        {answer?.state && (
          <Notice tone="bad">{any(answer.state.message.key, answer.state.message.values)}</Notice>
        )}
        {answer?.secret && (
          <Notice tone="wait">
            <h2 className="text-base font-semibold" data-focus="" tabIndex={-1}>
              {t("secret.onceTitle")}
            </h2>
            <p>{t("secret.onceText")}</p>
            <p className="row mt-2">
              <code className="num break-all">{answer.secret}</code>
              <CopyButton text={answer.secret} />
            </p>
          </Notice>
        )}
      </div>
      <div className="stack mt-6">
        <form method="get" className="row items-end" aria-label={t("report.title")}>
          <DateField name="from" label={t("report.from")} required defaultValue={report.from} />
          <DateField name="to" label={t("report.to")} required defaultValue={report.to} />
          <Button look="ghost">{t("report.show")}</Button>
        </form>
        <StoreReport report={report} />
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <Section id="secret" title={t("secret.title")}>
            <p className="mt-3">{secret ? t("secret.made", secret) : t("secret.none")}</p>
            {owner ? (
              <form method="post" className="mt-3">
                <HiddenField name="version" value={version} />
                {secret ? (
                  <ConfirmButton
                    id="dialog-renew"
                    look="ghost"
                    label={label}
                    question={t("secret.renewQuestion")}
                  />
                ) : (
                  <Button>{label}</Button>
                )}
              </form>
            ) : (
              <p className="note">{t("secret.ownerOnly")}</p>
            )}
          </Section>
          <Section id="how" title={t("how.title")}>
            <ol className="mt-3 grid list-decimal gap-2 pl-5">
              <li>{t("how.key")}</li>
              <li>{t("how.secret")}</li>
            </ol>
            <p className="mt-3">{t("how.privacy")}</p>
            <div className="row mt-3">
              {owner && (
                <LinkButton look="quiet" href="/organization/keys">
                  {t("how.keys")}
                </LinkButton>
              )}
              <LinkButton look="quiet" href="/api/v1/credits/transcript.schema.json">
                {t("how.document")}
              </LinkButton>
              <LinkButton look="quiet" href="/api/v1/openapi.json">
                {t("how.openapi")}
              </LinkButton>
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

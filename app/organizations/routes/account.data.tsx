import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { withdrawConsent } from "~/identity/commands/withdraw-consent.server";
import { matterForm } from "~/identity/consent-schema";
import { closeSession, requirePerson } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { FormErrors } from "~/ui/form/FormErrors";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { eraseOwnData } from "../commands/erase-own-data.server";
import { EraseForm } from "../components/EraseForm";
import { FactList } from "../components/FactList";
import { OwnRecordView } from "../components/OwnRecord";
import { ownData } from "../queries/own-data.server";
import { eraseForm } from "../student-schema";

const DONE = ["given", "withdrawn"] as const;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const asked = new URL(request.url).searchParams.get("done");
  return {
    title: translatorFor(languageOf(request.headers)).room("students")("own.title"),
    done: DONE.find((one) => one === asked) ?? null,
    own: await ownData(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const answer = (intent: string, state: FormState) => ({ intent, state });

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  if (intent === "erase") {
    const limited = await takePoint("signIn", ctx.actor.personId);
    if (limited) return throwRefusal(limited);
    const parsed = parseForm(form, eraseForm);
    if (!parsed.ok) return data(answer(intent, { ...parsed.state, typed: {} }), { status: 422 });
    const erased = await eraseOwnData(ctx, parsed.value);
    if (!erased.ok) return answerRefusal(erased.refusal, answer(intent, refusedState(erased.refusal, {})));
    return redirect("/", { status: 303, headers: { "Set-Cookie": await closeSession(request) } });
  }
  const act = DONE.find((one) => one === intent);
  if (!act) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const parsed = parseForm(form, matterForm);
  if (!parsed.ok) return data(answer(intent, parsed.state), { status: 422 });
  const { student, recipient, purpose, reason } = parsed.value;
  const matter = {
    studentId: student,
    purpose,
    recipientId: recipient ?? null,
    language: languageOf(request.headers),
  };
  const said =
    act === "given" ? await giveConsent(ctx, matter) : await withdrawConsent(ctx, { ...matter, reason });
  if (said.ok) return redirect(`/account/data?done=${act}`, 303);
  return answerRefusal(said.refusal, answer(intent, refusedState(said.refusal, parsed.typed)));
};

/** Everything the platform holds about the signed-in person: to read, take along, withdraw and delete. */
export default function AccountData() {
  const t = useWords("students");
  const { any } = useTranslator();
  const { own, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeader
        title={t("own.title")}
        subtitle={t("own.subtitle")}
        action={
          <LinkButton look="ghost" icon="download" href="/account/data/export" download>
            {t("own.export")}
          </LinkButton>
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !refused && <Notice tone="ok">{t(`own.${done}`)}</Notice>}
        {refused && refused.intent !== "erase" && (
          <FormErrors errors={[]} message={any(refused.state.message.key, refused.state.message.values)} />
        )}
      </div>
      <div className="stack mt-5 max-w-[860px]">
        <Section title={t("own.account")} id="account">
          <FactList
            facts={[
              { label: t("own.accountName"), value: own.account.name },
              { label: t("own.accountEmail"), value: own.account.email },
            ]}
          />
          <p className="meta mt-2">{t("own.exportText")}</p>
        </Section>
        {own.children.length > 0 && (
          <Section title={t("own.children")} id="children">
            <p className="mt-2">{own.children.map((one) => one.name).join(any("consents.comma"))}</p>
            <div className="row mt-3">
              <LinkButton look="ghost" href="/account/children">
                {t("own.childrenLink")}
              </LinkButton>
            </div>
          </Section>
        )}
        {own.records.length === 0 && <p>{t("own.noRecord")}</p>}
        {own.records.map((record) => (
          <OwnRecordView key={record.studentId} record={record} now={own.now} />
        ))}
        {own.records.length > 0 && <EraseForm state={refused?.intent === "erase" ? refused.state : null} />}
      </div>
    </>
  );
}

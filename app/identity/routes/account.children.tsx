import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { giveConsent } from "../commands/give-consent.server";
import { refuseConsent } from "../commands/refuse-consent.server";
import { withdrawConsent } from "../commands/withdraw-consent.server";
import { ConsentAnswer } from "../components/ConsentAnswer";
import { ConsentBadge } from "../components/ConsentBadge";
import { ConsentWording } from "../components/ConsentWording";
import { matterForm } from "../consent-schema";
import { childrenOf } from "../queries/children.server";
import { requirePerson } from "../session.server";

const COMMANDS = { given: giveConsent, refused: refuseConsent, withdrawn: withdrawConsent } as const;
const DONE = ["given", "refused", "withdrawn", "linked"] as const;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const language = languageOf(request.headers);
  const asked = new URL(request.url).searchParams.get("done");
  return {
    title: translatorFor(language).room("consents")("children.title"),
    done: DONE.find((one) => one === asked) ?? null,
    ...(await childrenOf(ctx, language)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const act = DONE.find((one) => one === intent);
  if (!act || act === "linked") return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const parsed = parseForm(form, matterForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { student, recipient, purpose, reason } = parsed.value;
  const matter = { studentId: student, purpose, recipientId: recipient ?? null };
  const language = languageOf(request.headers);
  const done = await COMMANDS[act](ctx, { ...matter, reason, language });
  if (done.ok) return redirect(`/account/children?done=${act}`, 303);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, parsed.typed) });
};

/** A guardian's children: what is asked about each, what was said, and the buttons that change it. */
export default function Children() {
  const t = useWords("consents");
  const { any } = useTranslator();
  const { children, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader title={t("children.title")} subtitle={t("children.subtitle")} />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !state && <Notice tone="ok">{t(`done.${done}`)}</Notice>}
        {state && <FormErrors errors={[]} message={any(state.message.key, state.message.values)} />}
      </div>
      {children.length === 0 && (
        <EmptyState level={2} title={t("children.empty")}>
          <p>{t("children.emptyText")}</p>
        </EmptyState>
      )}
      <div className="stack mt-5 max-w-[760px]">
        {children.map((child) => (
          <Section
            key={child.studentId}
            title={child.name}
            id={`child-${child.studentId}`}
            aside={<Tag>{child.minor ? t("children.minor") : t("children.adult")}</Tag>}
          >
            <p className="meta">
              {child.school}
              {child.minor && (
                <>
                  {" · "}
                  <a href={`/account/children/${child.studentId}`}>{any("children.open")}</a>
                </>
              )}
            </p>
            {child.matters.length === 0 && <p className="mt-3">{t("children.nothing")}</p>}
            {child.matters.map((matter) => {
              const id = `${child.studentId}-${matter.purpose}-${matter.recipientId ?? "none"}`;
              return (
                <article key={id} className="mt-5" aria-labelledby={id}>
                  <div className="between">
                    <h3 id={id}>{matter.wording.title}</h3>
                    <ConsentBadge standing={matter.standing} />
                  </div>
                  <details className="mt-2" open={matter.waiting}>
                    <summary>{matter.waiting ? t("children.waiting") : t("children.read")}</summary>
                    <div className="mt-3">
                      <ConsentWording wording={matter.wording} />
                      <ConsentAnswer id={id} standing={matter.standing} state={null}>
                        <HiddenField name="student" value={child.studentId} />
                        <HiddenField name="purpose" value={matter.purpose} />
                        {matter.recipientId && <HiddenField name="recipient" value={matter.recipientId} />}
                      </ConsentAnswer>
                    </div>
                  </details>
                </article>
              );
            })}
          </Section>
        ))}
      </div>
    </>
  );
}

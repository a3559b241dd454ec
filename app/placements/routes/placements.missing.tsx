import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerMissing } from "../commands/answer-missing.server";
import { AnswerField } from "../components/AnswerFields";
import { missingPage } from "../queries/missing-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const page = await missingPage(ctx);
  if (!page) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return {
    title: translatorFor(languageOf(request.headers)).room("placements")("missing.title"),
    page,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const typed = typedFrom(form);
  const outcome = await answerMissing(ctx, {
    ids: form.getAll("placement").map(String).slice(0, 300),
    typed,
    guide: String(form.get("guide") ?? ""),
  });
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed) });
  return redirect("/placements/missing", 303);
};

/** What the reader's side is asked before agreements can be written, once for all it holds for. */
export default function Missing() {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: t("title") }]}
        title={t("missing.title")}
        subtitle={t("missing.lead", { count: page.rows.length })}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`placements.answer.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {page.rows.length === 0 ? (
        <EmptyState level={2} title={t("missing.empty")}>
          {page.others > 0 && <p>{t("missing.others", { count: page.others })}</p>}
        </EmptyState>
      ) : (
        <form method="post" className="cols">
          <div className="form">
            <Section id="asked" title={t("missing.asked")}>
              {page.gaps.map((gap) => (
                <AnswerField key={gap.key} gap={gap.key} guides={page.guides} state={state} />
              ))}
              <Button>{t("missing.save")}</Button>
            </Section>
          </div>
          <aside>
            <Section id="for" title={t("missing.for")}>
              <ul>
                {page.rows.map((row) => (
                  <li key={row.id}>
                    <label className="choice">
                      <input type="checkbox" name="placement" value={row.id} defaultChecked />
                      <span>
                        {row.student} · {row.title}
                        <small>{row.keys.map((key) => any(`placements.answer.${key}`)).join("、")}</small>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
            </Section>
          </aside>
        </form>
      )}
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { DraftNote } from "~/ui/form/DraftNote";
import { FormErrors } from "~/ui/form/FormErrors";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { refusedWith } from "../agreement-actions.server";
import { saveAgreementText } from "../commands/save-document.server";
import { ContentFields } from "../components/ContentFields";
import { DiffText } from "../components/DiffText";
import { actRefusal } from "../policy";
import { editPage, versionContent } from "../queries/edit-page.server";
import type { AgreementContent } from "../rules/content";
import { contentFromForm } from "../rules/content-from-form";
import { type MergeConflict, mergeContents } from "../rules/merge";
import { type DiffPart, diffText } from "../rules/token-diff";
import { contentForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const page = await editPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const forbidden = actRefusal(ctx.actor);
  if (forbidden) return throwRefusal(forbidden);
  return {
    ...page,
    title: translatorFor(languageOf(request.headers)).room("agreements")("edit.title", {
      title: page.agreement.title,
    }),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Conflict = MergeConflict & { diff: DiffPart[] };
type Merge = {
  content: AgreementContent;
  conflicts: Conflict[];
  number: number;
  version: number;
  who: string;
};

const textOf = (content: AgreementContent, conflict: MergeConflict): string => {
  if (conflict.place === "clause") return content.clauses.find((one) => one.id === conflict.id)?.text ?? "";
  const found =
    conflict.place === "commitment"
      ? content.commitments.find((one) => one.id === conflict.id)
      : content[conflict.id as keyof AgreementContent];
  return typeof found === "string"
    ? found
    : found && "quantity" in (found as object)
      ? `${(found as { title: string }).title} ${(found as { quantity: number }).quantity}`
      : JSON.stringify(found ?? "");
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const form = await request.formData();
  const page = await editPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const parsed = parseForm(form, contentForm);
  if (!parsed.ok)
    return data({ state: parsed.state as FormState | null, merge: null as Merge | null }, { status: 422 });
  const outcome = await saveAgreementText(ctx, page.document.id, parsed.value);
  if (outcome.ok) return redirect(`/agreements/${page.agreement.id}`, 303);
  const { refused } = refusedWith(outcome.refusal, form);
  const base =
    outcome.refusal.code === "conflict" ? await versionContent(page.document.id, parsed.value.base) : null;
  if (!base)
    return data(
      { state: refused.data.state as FormState | null, merge: null as Merge | null },
      { status: refused.init?.status ?? 422 },
    );
  const typed = contentFromForm(base, parsed.value, () => newId());
  const { content, conflicts } = mergeContents(base, page.content, typed);
  const merge: Merge = {
    content,
    conflicts: conflicts.map((one) => ({
      ...one,
      diff: diffText(textOf(page.content, one), textOf(content, one)),
    })),
    number: page.document.number,
    version: page.document.version,
    who: page.lastAuthor,
  };
  return data({ state: null as FormState | null, merge: merge as Merge | null }, { status: 409 });
};

/** The text of a document as a form: every save is a version; what two people wrote at once is joined and shown. */
export default function EditAgreement() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const merge = answer?.merge ?? null;
  const state = answer?.state ?? null;
  const { agreement, document } = page;
  return (
    <>
      <PageHeader
        title={page.title}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${agreement.id}`, label: agreement.title },
        ]}
        subtitle={t("edit.lead")}
      />
      {merge && (
        <Notice tone="wait">
          <p>{t("edit.merge", { who: merge.who, number: merge.number })}</p>
          {merge.conflicts.map((one) => (
            <div key={`${one.place}${one.id}`}>
              <b>{t("edit.mergeConflict", { title: one.title })}</b>
              <DiffText parts={one.diff} />
            </div>
          ))}
        </Notice>
      )}
      {!page.mayEdit && <Notice tone="wait">{t("edit.notNow")}</Notice>}
      {(page.mayEdit || answer) && (
        <form
          method="post"
          className="form mt-4 max-w-none"
          data-draft={`agreement-${document.id}-${document.number}`}
          data-guard=""
        >
          <FormErrors
            errors={(state?.fields ?? []).map((one) => ({
              field: one.field,
              label: any(`agreements.field.${one.field.replace(/^.*\./, "")}`),
              message: any(one.key, one.values),
            }))}
            {...(state ? { message: any(state.message.key, state.message.values) } : {})}
          />
          <DraftNote />
          <input type="hidden" name="base" value={merge?.number ?? document.number} />
          <input type="hidden" name="version" value={merge?.version ?? document.version} />
          <ContentFields content={merge?.content ?? page.content} parties={page.parties} state={state} />
          <div className="form-end">
            <Button>{t(merge ? "action.saveMerged" : "action.save")}</Button>
            <LinkButton look="quiet" href={`/agreements/${agreement.id}`}>
              {t("action.back")}
            </LinkButton>
          </div>
        </form>
      )}
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DraftDone } from "~/ui/form/DraftDone";
import { DraftNote } from "~/ui/form/DraftNote";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import { closePost } from "../commands/close-post.server";
import { updatePost } from "../commands/update-post.server";
import { PostErrors } from "../components/PostErrors";
import { PostFields } from "../components/PostFields";
import { mayEditProfile, mayHavePosts } from "../policy";
import { ownPost } from "../queries/posts.server";
import { postForm, versionForm } from "../schema";

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayHavePosts(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const post = (await ownPost(ctx.actor.organizationId, params.id ?? "")) ?? throwRefusal(notFound().refusal);
  return {
    title: post.name,
    post,
    saved: new URL(request.url).searchParams.get("done") === "saved",
    mayEdit: mayEditProfile(ctx.actor).ok,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const id = params.id ?? "";
  if (!(await ownPost(ctx.actor.organizationId, id))) return throwRefusal(notFound().refusal);
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "close" || intent === "reopen") {
    const parsed = parseForm(form, versionForm);
    if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
    const closed = await closePost(ctx, id, { ...parsed.value, closed: intent === "close" });
    if (closed.ok) return redirect("/organization/posts", 303);
    return answerRefusal(closed.refusal, { state: refusedState(closed.refusal, parsed.typed) });
  }
  const parsed = parseForm(form, postForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const saved = await updatePost(ctx, id, parsed.value);
  if (saved.ok) return redirect(`/organization/posts/${id}?done=saved`, 303);
  return answerRefusal(saved.refusal, { state: refusedState(saved.refusal, parsed.typed) });
};

/** One post of the own enterprise: change it, close it, use it again. */
export default function Post() {
  const t = useWords("organizations");
  const { post, mayEdit, saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const draft = `post-${post.id}`;
  return (
    <>
      <PageHeader
        title={post.name}
        trail={[{ href: "/organization/posts", label: t("posts.title") }]}
        state={
          <StateBadge
            tone={post.closed ? "neutral" : "ok"}
            word={t(post.closed ? "posts.closed" : "posts.open")}
          />
        }
      />
      {saved && !state && (
        <Notice tone="ok">
          {t("profile.saved")}
          <DraftDone draft={draft} />
        </Notice>
      )}
      {!mayEdit && <Notice tone="neutral">{t("profile.readOnly")}</Notice>}
      <form method="post" className="mt-6" data-draft={draft} data-guard="">
        <fieldset className="form" disabled={!mayEdit}>
          <DraftNote />
          <PostErrors state={state} />
          <HiddenField name="version" value={post.version} />
          <PostFields stored={post} state={state} />
          {mayEdit && (
            <div className="form-end">
              <Button>{t("posts.save")}</Button>
              {post.closed ? (
                <Button look="ghost" name="intent" value="reopen" formNoValidate>
                  {t("posts.reopen")}
                </Button>
              ) : (
                <ConfirmButton
                  id="close-post"
                  label={t("posts.close")}
                  question={t("posts.closeAsk")}
                  look="quiet"
                  name="intent"
                  value="close"
                />
              )}
            </div>
          )}
        </fieldset>
      </form>
    </>
  );
}

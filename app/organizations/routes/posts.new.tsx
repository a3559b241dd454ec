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
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { DraftNote } from "~/ui/form/DraftNote";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { createPost } from "../commands/create-post.server";
import { PostErrors } from "../components/PostErrors";
import { PostFields } from "../components/PostFields";
import { mayEditProfile, mayHavePosts } from "../policy";
import { newPostForm } from "../schema";

const guarded = async (request: Request, context: LoaderFunctionArgs["context"]) => {
  const ctx = await requireMember(request, context);
  for (const allowed of [mayHavePosts(ctx.actor), mayEditProfile(ctx.actor)]) {
    if (!allowed.ok) throwRefusal(allowed.refusal);
  }
  return ctx;
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await guarded(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("posts.new"),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await guarded(request, context);
  const parsed = parseForm(await request.formData(), newPostForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { submissionKey, ...post } = parsed.value;
  const created = await createPost(ctx, post, submissionKey);
  if (!created.ok)
    return answerRefusal(created.refusal, { state: refusedState(created.refusal, parsed.typed) });
  return redirect("/organization/posts", 303);
};

/** A new post of the own enterprise. */
export default function NewPost() {
  const t = useWords("organizations");
  const { submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader title={t("posts.new")} trail={[{ href: "/organization/posts", label: t("posts.title") }]} />
      <form method="post" className="form mt-6" data-draft="post-new" data-guard="">
        <DraftNote />
        <PostErrors state={state} />
        <HiddenField name="submissionKey" value={state?.typed.submissionKey?.toString() ?? submissionKey} />
        <PostFields stored={null} state={state} />
        <div className="form-end">
          <Button>{t("posts.add")}</Button>
        </div>
      </form>
    </>
  );
}

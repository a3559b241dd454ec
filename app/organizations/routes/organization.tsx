import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { DraftDone } from "~/ui/form/DraftDone";
import { DraftNote } from "~/ui/form/DraftNote";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { updateOrganizationProfile } from "../commands/update-organization-profile.server";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { OrganizationTabs } from "../components/OrganizationTabs";
import { ProfileAbout } from "../components/ProfileAbout";
import { ProfileFacts } from "../components/ProfileFacts";
import { ProfileIdentity } from "../components/ProfileIdentity";
import { ProfilePlace } from "../components/ProfilePlace";
import { ProfileProgress } from "../components/ProfileProgress";
import { mayEditProfile, maySeeWork } from "../policy";
import { ownOrganization } from "../queries/own-organization.server";
import { profileForm } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeWork(ctx.actor);
  if (!seen.ok) throwRefusal(seen.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("profile.title"),
    saved: new URL(request.url).searchParams.get("done") === "saved",
    mayEdit: mayEditProfile(ctx.actor).ok,
    isOwner: ctx.actor.organization.role === "owner",
    profile: await ownOrganization(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const parsed = parseForm(await request.formData(), profileForm);
  if (!parsed.ok) {
    const allowed = mayEditProfile(ctx.actor);
    if (!allowed.ok) return throwRefusal(allowed.refusal);
    return data({ state: parsed.state }, { status: 422 });
  }
  const saved = await updateOrganizationProfile(ctx, parsed.value);
  if (saved.ok) return redirect("/organization?done=saved", 303);
  if (saved.refusal.code === "forbidden") return throwRefusal(saved.refusal);
  return answerRefusal(saved.refusal, { state: refusedState(saved.refusal, parsed.typed) });
};

/** The own organization: its profile as a form, what verification still asks for, and the one next step. */
export default function Organization() {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const { profile, mayEdit, isOwner, saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const notes = profile.state === "returned" ? (profile.review?.fieldNotes ?? {}) : {};
  const labels = {
    name: t("profile.name"),
    shortName: t("profile.shortName"),
    uscc: t("profile.uscc"),
    schoolCode: t("profile.schoolCode"),
    region: t("profile.region"),
    address: t("profile.address"),
    lng: t("profile.lng"),
    lat: t("profile.lat"),
    industry: t("profile.industry"),
    employees: t("profile.employees"),
    schoolLevel: t("profile.schoolLevel"),
    ownership: t("profile.ownership"),
    introduction: t("profile.introduction"),
    website: t("profile.website"),
    contactName: t("profile.contactName"),
    contactPhone: t("profile.contactPhone"),
  };
  return (
    <>
      <PageHeader
        title={profile.name}
        subtitle={t("profile.subtitle")}
        state={
          <>
            <OrganizationBadge state={profile.state} />
            <Tag>{t(`kind.${profile.kind as "school"}`)}</Tag>
          </>
        }
        action={
          <LinkButton href={`/organizations/${profile.id}`} look="ghost">
            {t("profile.publicPage")}
          </LinkButton>
        }
      />
      <OrganizationTabs
        kind={profile.kind}
        current="profile"
        owner={isOwner}
        posts={profile.posts}
        programmes={profile.programmes}
      />
      {saved && !state && (
        <Notice tone="ok">
          {t("profile.saved")}
          <DraftDone draft={`organization-${profile.id}`} />
        </Notice>
      )}
      <div className="cols">
        {mayEdit ? (
          <form
            method="post"
            className="stack min-w-0"
            data-draft={`organization-${profile.id}`}
            data-guard=""
          >
            <DraftNote />
            {state && (
              <FormErrors
                errors={fieldErrors(state, labels, any)}
                message={any(state.message.key, state.message.values)}
              />
            )}
            <HiddenField name="version" value={profile.version} />
            <ProfileIdentity profile={profile} notes={notes} state={state} />
            <ProfilePlace profile={profile} notes={notes} state={state} />
            <ProfileAbout profile={profile} notes={notes} state={state} />
            <div className="form-end">
              <Button>{t("profile.save")}</Button>
            </div>
          </form>
        ) : (
          <div>
            <Notice tone="neutral">{t("profile.readOnly")}</Notice>
            <ProfileFacts profile={profile} />
          </div>
        )}
        <ProfileProgress
          state={profile.state}
          gaps={profile.gaps}
          step={profile.step}
          review={profile.review}
          mayEdit={mayEdit}
        />
      </div>
    </>
  );
}

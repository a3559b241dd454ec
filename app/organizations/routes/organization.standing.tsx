import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireMember } from "~/identity/session.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { AppealForm } from "../components/AppealForm";
import { BlockRecord } from "../components/BlockRecord";
import { ChangeRecord } from "../components/ChangeRecord";
import { FactList } from "../components/FactList";
import { FormerIdentities } from "../components/FormerIdentities";
import { IdentityChangeForm } from "../components/IdentityChangeForm";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { OrganizationTabs } from "../components/OrganizationTabs";
import { mayEditProfile, maySeeWork } from "../policy";
import { evidenceOf } from "../queries/own-organization.server";
import { ownStanding } from "../queries/standing.server";
import { mayAppeal } from "../rules/trust-terms";
import { standingAct } from "../standing-act.server";

const DONE = ["asked", "withdrawn", "appealed"] as const;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeWork(ctx.actor);
  if (!seen.ok) throwRefusal(seen.refusal);
  const asked = new URL(request.url).searchParams.get("done");
  const [standing, evidence] = await Promise.all([
    ownStanding(ctx.actor.organizationId),
    evidenceOf(ctx.actor.organizationId),
  ]);
  return {
    title: translatorFor(languageOf(request.headers)).room("trust")("standing.title"),
    done: DONE.find((one) => one === asked) ?? null,
    mayEdit: mayEditProfile(ctx.actor).ok,
    isOwner: ctx.actor.organization.role === "owner",
    limit: UPLOAD_LIMIT_BYTES,
    standing,
    evidence,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const answer = await standingAct(ctx, request);
  if (answer.done) return redirect(`/organization/standing?done=${answer.done}`, 303);
  if (answer.refusal.code === "not_found") return throwRefusal(answer.refusal);
  return answerRefusal(answer.refusal, { intent: answer.intent, state: answer.state });
};

/** How the own organization stands: name and codes with their history, requests to change them, blocks and appeals. */
export default function Standing() {
  const t = useWords("trust");
  const words = useWords("organizations");
  const { any, language } = useTranslator();
  const { standing, evidence, mayEdit, isOwner, limit, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const stateOf = (intent: string) => (refused?.intent === intent ? refused.state : null);
  const { former, changes, blocks } = standing;
  const [block] = blocks.filter((one) => one.inForce);
  const past = blocks.filter((one) => one !== block);
  const waiting = changes.find((one) => one.decision === null);
  const labels = {
    name: t("standing.newName"),
    uscc: t("standing.newUscc"),
    schoolCode: t("standing.newSchoolCode"),
    why: t("standing.why"),
    evidence: t("standing.evidence"),
    appeal: t("block.appealLabel"),
  };
  return (
    <>
      <PageHeader
        title={t("standing.title")}
        subtitle={t("standing.subtitle")}
        state={<OrganizationBadge state={standing.state} />}
        trail={[{ href: "/organization", label: standing.name }]}
      />
      <OrganizationTabs kind={standing.kind} current="standing" owner={isOwner} />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !refused && <Notice tone="ok">{t(`standing.done.${done}`)}</Notice>}
        {refused && (
          <FormErrors
            errors={fieldErrors(refused.state, labels, any)}
            message={any(refused.state.message.key, refused.state.message.values)}
          />
        )}
      </div>
      <div className="stack mt-5 max-w-[860px]">
        {block && (
          <Section title={t("block.title")} id="block">
            <p className="mt-3">{t("block.text")}</p>
            <BlockRecord block={block} />
            {mayEdit && mayAppeal(block.state) && <AppealForm block={block.id} state={stateOf("appeal")} />}
          </Section>
        )}
        <Section title={t("standing.identity")} id="identity">
          <FactList
            facts={[
              { label: words("profile.name"), value: standing.name },
              ...(standing.uscc ? [{ label: words("profile.uscc"), value: standing.uscc }] : []),
              ...(standing.schoolCode
                ? [{ label: words("profile.schoolCode"), value: standing.schoolCode }]
                : []),
            ]}
          />
        </Section>
        <Section title={t("former.title")} id="former">
          <FormerIdentities former={former} />
        </Section>
        {mayEdit && (
          <Section title={t("standing.change")} id="change">
            {waiting && (
              <form method="post" encType="multipart/form-data" className="mt-3">
                <p>{t("standing.waiting", { date: absoluteText(waiting.dueOn, language) })}</p>
                <HiddenField name="intent" value="withdraw" />
                <div className="form-end">
                  <ConfirmButton
                    id="withdraw-change"
                    look="ghost"
                    label={t("standing.withdraw")}
                    question={t("standing.withdrawAsk")}
                  />
                </div>
              </form>
            )}
            {!waiting && standing.state === "verified" && (
              <IdentityChangeForm
                kind={standing.kind}
                limit={limit}
                evidence={evidence}
                state={stateOf("change")}
              />
            )}
            {!waiting && standing.state !== "verified" && !block && (
              <p className="meta mt-3">{t("standing.changeUnverified")}</p>
            )}
          </Section>
        )}
        {changes.length > 0 && (
          <Section title={t("standing.changes")} id="changes">
            {changes.map((change) => (
              <ChangeRecord key={change.id} change={change} />
            ))}
          </Section>
        )}
        {past.length > 0 && (
          <Section title={t("block.history")} id="blocks">
            {past.map((one) => (
              <BlockRecord key={one.id} block={one} />
            ))}
          </Section>
        )}
      </div>
    </>
  );
}

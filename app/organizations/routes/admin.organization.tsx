import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireOperator } from "~/identity/session.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import { FormerIdentities } from "../components/FormerIdentities";
import { LikenessRow } from "../components/LikenessRow";
import { MergeForm } from "../components/MergeForm";
import { NoteForm } from "../components/NoteForm";
import { OperatorBlocks } from "../components/OperatorBlocks";
import { OperatorChanges } from "../components/OperatorChanges";
import { OperatorProfile } from "../components/OperatorProfile";
import { OperatorReports } from "../components/OperatorReports";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { SharedFacts } from "../components/SharedFacts";
import { adminOrganization } from "../queries/admin-organization.server";
import { nextState } from "../rules/organization-lifecycle";
import { TRUST_DONE, trustAct } from "../trust-act.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const organization = (await adminOrganization(params.id ?? "")) ?? throwRefusal(notFound().refusal);
  const asked = new URL(request.url).searchParams.get("done");
  const { state } = organization;
  return {
    title: organization.name,
    now: clock.now().toISOString(),
    done: TRUST_DONE.find((one) => one === asked) ?? null,
    blockable: nextState(state, "block") !== null,
    mergeable: nextState(state, "merge") !== null && state !== "unclaimed",
    organization,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireOperator(request, context);
  const answer = await trustAct(ctx, params.id ?? "", await request.formData());
  if (answer.done) return redirect(`/admin/organizations/${answer.organizationId}?done=${answer.done}`, 303);
  if (answer.refusal.code === "not_found") return throwRefusal(answer.refusal);
  return answerRefusal(answer.refusal, { intent: answer.intent, state: answer.state });
};

/** One organization's standing for the operator: what it shares, what was reported, its names, blocks and appeals. */
export default function OrganizationForOperator() {
  const t = useWords("trust");
  const admin = useWords("admin");
  const words = useWords("organizations");
  const { any } = useTranslator();
  const { organization, now, done, blockable, mergeable } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const stateOf = (intent: string) => (refused?.intent === intent ? refused.state : null);
  const { pairs, blocks, changes } = organization;
  const twin = pairs.find(({ relation, state }) => relation === "twin" && state === "open");
  const labels = {
    facts: t("admin.blockFacts"),
    reasonCode: t("block.reasonLabel"),
    reason: t("admin.reasonLabel"),
    survivor: t("admin.survivor"),
    note: t("likeness.note"),
  };
  return (
    <>
      <PageHeader
        title={organization.name}
        trail={[
          { href: "/admin", label: admin("title") },
          { href: "/admin/organizations", label: t("desk.title") },
        ]}
        state={
          <>
            <OrganizationBadge state={organization.state} />
            <Tag>{words(`kind.${organization.kind as "school"}`)}</Tag>
          </>
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !refused && <Notice tone="ok">{t(`admin.done.${done}`)}</Notice>}
        {refused && (
          <FormErrors
            errors={fieldErrors(refused.state, labels, any)}
            message={any(refused.state.message.key, refused.state.message.values)}
          />
        )}
        {organization.mergedIntoId && (
          <Notice tone="neutral">
            {t("admin.mergedInto")}{" "}
            <a href={`/admin/organizations/${organization.mergedIntoId}`}>{t("admin.toSurvivor")}</a>
          </Notice>
        )}
      </div>
      <div className="cols">
        <div className="stack min-w-0">
          <Section title={t("admin.facts")} id="shared">
            <SharedFacts facts={organization.facts} />
          </Section>
          <Section title={t("admin.pairs")} id="pairs">
            {pairs.length === 0 && <p className="meta mt-3">{t("admin.noPairs")}</p>}
            <ul>
              {pairs.map((pair) => (
                <LikenessRow key={pair.id} pair={pair} now={now}>
                  {pair.state === "open" && (
                    <NoteForm
                      intent="clear"
                      subject={{ name: "likeness", id: pair.id }}
                      label={t("likeness.note")}
                      hint={t("likeness.noteHint")}
                      submit={t("likeness.clear")}
                      state={stateOf("clear")}
                    />
                  )}
                </LikenessRow>
              ))}
            </ul>
          </Section>
          <Section title={t("admin.reports")} id="reports">
            <OperatorReports reports={organization.reports} now={now} state={stateOf("settle")} />
          </Section>
          <Section title={t("admin.changes")} id="changes">
            <OperatorChanges changes={changes} state={stateOf("decide-change")} />
          </Section>
          <Section title={t("admin.history")} id="history">
            <Timeline
              now={now}
              entries={organization.timeline.map((entry) => ({
                id: entry.id,
                at: entry.at,
                kind: entry.kind,
                text: `${entry.actor} ${words(`events.${entry.word}`)}`,
                ...(entry.detail ? { detail: entry.detail } : {}),
              }))}
            />
          </Section>
        </div>
        <div className="stack">
          <Section title={t("admin.profile")} id="profile">
            <OperatorProfile organization={organization} />
          </Section>
          <Section title={t("admin.blocks")} id="blocks">
            <OperatorBlocks
              blocks={blocks}
              version={organization.version}
              blockable={blockable}
              blockState={stateOf("block")}
              decideState={stateOf("decide-block")}
            />
          </Section>
          <Section title={t("former.title")} id="former">
            <FormerIdentities former={organization.former} />
          </Section>
          {mergeable && (
            <Section title={t("admin.merge")} id="merge">
              <MergeForm
                version={organization.version}
                twin={twin?.pair.find((one) => one.id !== organization.id)?.name ?? null}
                state={stateOf("merge")}
              />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

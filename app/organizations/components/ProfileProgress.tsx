import { LinkButton } from "~/ui/LinkButton";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { Gap, NextStep } from "../rules/profile-completeness";

type ProfileProgressProps = {
  state: string;
  gaps: readonly Gap[];
  step: NextStep;
  review: { dueOn: string; dueUncertain: boolean; decision: string | null; reason: string | null } | null;
  mayEdit: boolean;
  /** Where the profile's form is, when it is not on this page. */
  formHref?: string;
};

const HREF = {
  appeal: "/organization/standing",
  evidence: "/organization/verification",
  submit: "/organization/verification",
  mend: "/organization/verification",
  wait: "/organization/verification",
  posts: "/organization/posts/new",
  programmes: "/organization/programmes/new",
  publish: "/listings/new",
} as const;

const GapList = ({ gaps, formHref }: { gaps: readonly Gap[]; formHref: string }) => {
  const t = useWords("organizations");
  return (
    <ul className="mt-1">
      {gaps.map((gap) => (
        <li key={gap.field} className="border-b border-(--line) py-1.5 text-sm">
          <a href={gapHref(gap.field, formHref)}>{t(`gap.${gap.field}`)}</a>
        </li>
      ))}
    </ul>
  );
};

const gapHref = (field: Gap["field"], formHref: string): string =>
  field === "evidence" || field === "posts" || field === "programmes" ? HREF[field] : `${formHref}#${field}`;

/** What verification still asks for, what the operator said, and the one thing to do next. */
export const ProfileProgress = (props: ProfileProgressProps) => {
  const { state, gaps, step, review, mayEdit, formHref = "" } = props;
  const t = useWords("organizations");
  const { language } = useTranslator();
  const needed = gaps.filter((gap) => gap.needed);
  const wanted = gaps.filter((gap) => !gap.needed);
  const open = state === "draft" || state === "returned";
  return (
    <aside className="card self-start max-[960px]:order-first lg:sticky lg:top-6" aria-labelledby="progress">
      <h2 id="progress" className="text-lg font-semibold">
        {t("progress.title")}
      </h2>
      <p className="meta">{t(`state.${state as "draft"}`)}</p>
      {state === "returned" && review?.reason && (
        <p className="notice notice-wait mt-3">
          {t(review.decision === "revoked" ? "progress.revoked" : "progress.returned", {
            reason: review.reason,
          })}
        </p>
      )}
      {state === "submitted" && review && (
        <p className="mt-2">
          {t("progress.due", { date: absoluteText(review.dueOn, language) })}
          {review.dueUncertain && t("progress.dueUncertain")}
        </p>
      )}
      {open && (
        <>
          <p className="mt-3 font-medium">
            {needed.length > 0 ? t("progress.missing", { total: needed.length }) : t("progress.complete")}
          </p>
          <GapList gaps={needed} formHref={formHref} />
          <p className="note mt-2">{t("progress.draftOnly")}</p>
        </>
      )}
      {wanted.length > 0 && (
        <>
          <p className="mt-3 font-medium">{t("progress.better")}</p>
          <GapList gaps={wanted} formHref={formHref} />
        </>
      )}
      {mayEdit && step.act !== "wait" && (
        <div className="mt-4">
          <LinkButton href={step.act === "fill" ? gapHref(step.field, formHref) : HREF[step.act]}>
            {step.act === "fill"
              ? t("step.fill", { field: t(`field.${step.field}`) })
              : t(`step.${step.act}`)}
          </LinkButton>
        </div>
      )}
    </aside>
  );
};

import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";
import type { PathwayPageData } from "../queries/pathway-page.server";

type NextProps = { page: PathwayPageData; state: FormState | null };

const Gaps = ({ page }: { page: PathwayPageData }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  if (page.gaps.length === 0) return <p className="mt-3">{t("page.gapsNone")}</p>;
  return (
    <>
      <p className="mt-3">{t("page.gaps", { count: page.gaps.length })}</p>
      <ul className="mt-2 list-disc pl-5">
        {page.gaps.map((gap) => (
          <li key={`${gap.field} ${gap.key}`}>{any(gap.key, gap.values)}</li>
        ))}
      </ul>
    </>
  );
};

const Move = ({ page, action, children }: { page: PathwayPageData; action: string; children: string }) => (
  <form method="post" className="mt-3">
    <HiddenField name="intent" value="move" />
    <HiddenField name="version" value={page.version} />
    <Button name="action" value={action}>
      {children}
    </Button>
  </form>
);

type SendBackProps = NextProps & { intent: string; outcome: string; label: string };

/** Saying no with a reason: folded, so that the yes stays the one next action. */
const SendBack = ({ page, state, intent, outcome, label }: SendBackProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  const error = errorFor(state, "reason", any);
  return (
    <details className="mt-4 max-w-2xl" open={error !== undefined}>
      <summary>{label}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value={intent} />
        <HiddenField name="version" value={page.version} />
        <TextArea
          name="reason"
          label={t("field.reason")}
          hint={t("declineNote")}
          required
          rows={2}
          maxLength={500}
          defaultValue={shown(state, "reason")}
          error={error}
        />
        <div>
          <Button look="ghost" name="outcome" value={outcome}>
            {label}
          </Button>
        </div>
      </form>
    </details>
  );
};

const Answer = ({ page, state }: NextProps) => {
  const t = useWords("articulation");
  return (
    <>
      <form method="post" className="mt-3">
        <HiddenField name="intent" value="answer" />
        <HiddenField name="version" value={page.version} />
        <Button name="outcome" value="confirm">
          {t("act.confirm")}
        </Button>
      </form>
      <SendBack page={page} state={state} intent="answer" outcome="decline" label={t("act.decline")} />
    </>
  );
};

const Decide = ({ page, state }: NextProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <>
      <form method="post" className="form mt-3 max-w-2xl">
        <HiddenField name="intent" value="decide" />
        <HiddenField name="version" value={page.version} />
        <TextField
          name="filingNumber"
          label={t("field.filingNumber")}
          required
          maxLength={60}
          defaultValue={shown(state, "filingNumber")}
          error={errorFor(state, "filingNumber", any)}
        />
        <div>
          <Button name="outcome" value="approve">
            {t("act.approve")}
          </Button>
        </div>
      </form>
      <SendBack page={page} state={state} intent="decide" outcome="giveBack" label={t("act.giveBack")} />
    </>
  );
};

/** The one thing the reader can do to move a pathway on; nothing where it is somebody else's turn. */
export const PathwayNext = ({ page, state }: NextProps) => {
  const t = useWords("articulation");
  const founder = page.voices.includes("founder");
  if (page.state === "draft" && founder)
    return (
      <>
        <Gaps page={page} />
        {page.gaps.length === 0 ? (
          <Move page={page} action="propose">
            {t("act.propose")}
          </Move>
        ) : (
          <p className="mt-3">
            <LinkButton href={`/pathways/${page.id}/edit`}>{t("plan.edit")}</LinkButton>
          </p>
        )}
      </>
    );
  if (page.state === "proposed" && page.asked) return <Answer page={page} state={state} />;
  if (page.state === "confirmed" && page.voices.includes("authority"))
    return <Decide page={page} state={state} />;
  return (
    <Move page={page} action="start">
      {t("act.start")}
    </Move>
  );
};

/** Whether `PathwayNext` has something for this reader. */
export const hasNext = (page: PathwayPageData): boolean =>
  (["draft", "approved"].includes(page.state) && page.voices.includes("founder")) ||
  (page.state === "proposed" && page.asked) ||
  (page.state === "confirmed" && page.voices.includes("authority"));

type BackProps = NextProps & { action: string; label: string; note?: string; reason?: boolean };

const Back = ({ page, action, label, note, reason = true }: BackProps) => {
  const t = useWords("articulation");
  return (
    <form method="post" className="form no-print mt-3">
      <HiddenField name="intent" value="move" />
      <HiddenField name="version" value={page.version} />
      {reason && (
        <TextArea
          name="reason"
          id={`reason-${action}`}
          label={t("field.reason")}
          required
          rows={2}
          maxLength={500}
        />
      )}
      {note && <p className="note">{note}</p>}
      <div>
        <ConfirmButton
          id={`dialog-${action}`}
          label={label}
          question={label}
          look="ghost"
          name="action"
          value={action}
        />
      </div>
    </form>
  );
};

/** What the reader may take back or bring to an end, folded until it is wanted. */
export const PathwayBack = ({ page, state }: NextProps) => {
  const t = useWords("articulation");
  const founder = page.voices.includes("founder");
  const closes = page.state === "running" && (founder || page.voices.includes("authority"));
  const offers = [
    ...(founder && ["proposed", "confirmed"].includes(page.state)
      ? [{ action: "takeBack", label: t("page.takeBack"), note: t("page.takeBackNote") }]
      : []),
    ...(closes ? [{ action: "close", label: t("page.close"), note: t("page.closeNote") }] : []),
    ...(founder && page.state === "closed"
      ? [{ action: "end", label: t("page.end"), reason: false as const }]
      : []),
    ...(founder && ["draft", "proposed", "confirmed", "approved"].includes(page.state)
      ? [{ action: "withdraw", label: t("page.withdraw"), note: t("page.withdrawNote") }]
      : []),
  ];
  return (
    <>
      {offers.map((offer) => (
        <details key={offer.action} className="mt-3">
          <summary>{offer.label}</summary>
          <Back page={page} state={state} {...offer} />
        </details>
      ))}
    </>
  );
};

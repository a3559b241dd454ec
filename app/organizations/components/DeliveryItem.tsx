import { Button } from "~/ui/Button";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { OutboxItem } from "../shapes";

const TONES: Record<string, Tone> = { queued: "act", running: "act", done: "ok", dead: "bad" };

const LINK = /(https?:\/\/\S+)/;

/** A mail's text with its link to follow, on this site as on the reader's. */
const MailText = ({ text }: { text: string }) => (
  <pre className="my-2 font-[inherit] break-words whitespace-pre-wrap">
    {text.split(LINK).map((part) =>
      LINK.test(part) ? (
        <a key={part} href={part}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </pre>
);

/** One delivery: what it is, how it fared, and the mail itself in the demo. */
export const DeliveryItem = ({ item, now }: { item: OutboxItem; now: string }) => {
  const t = useWords("admin");
  const kind = item.kind === "mail" ? t("outbox.kind.mail") : item.kind;
  return (
    <article className="border-b border-(--line) py-4">
      <div className="between">
        <h2 className="text-base font-semibold">{item.mail ? item.mail.subject : kind}</h2>
        <StateBadge
          tone={TONES[item.state] ?? "neutral"}
          word={t(`outbox.state.${item.state as "queued"}`)}
        />
      </div>
      <p className="meta">
        {item.mail ? `${t("outbox.to")} ${item.mail.to} · ` : ""}
        <RelativeDate at={item.createdAt} now={now} /> ·{" "}
        {t("outbox.attempts", { attempts: item.attempts, max: item.maxAttempts })}
      </p>
      {item.lastError && <p className="error">{t("outbox.error", { error: item.lastError })}</p>}
      {item.mail && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{kind}</summary>
          <MailText text={item.mail.text} />
        </details>
      )}
      {item.state === "dead" && (
        <form method="post" className="mt-2">
          <Button look="ghost" small name="retry" value={item.id}>
            {t("outbox.retry")}
          </Button>
        </form>
      )}
    </article>
  );
};

import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";

type Message = {
  id: string;
  name: string;
  state: "waiting" | "delivered" | "dead";
  attempts: number;
  status: number | null;
  error: string | null;
  millis: number | null;
  at: string;
  body: string;
};

const TONES = { waiting: "wait", delivered: "ok", dead: "bad" } as const;

/** What was sent to a receiver, how often it was tried and what it answered; ended ones can be sent again. */
export const MessageTable = ({ messages, now }: { messages: readonly Message[]; now: string }) => {
  const t = useWords("machines");
  const { any } = useTranslator();
  return (
    <DataTable
      caption={t("webhooks.log")}
      captionHidden
      rows={messages}
      rowKey={(message) => message.id}
      empty={
        <EmptyState level={3} title={t("webhooks.logNone")}>
          <p>{t("webhooks.logNoneText")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "what",
          label: t("webhooks.what"),
          lead: true,
          cell: (message) => (
            <>
              {any(`machines.webhooks.event.${message.name}`)}
              <details>
                <summary className="note">{t("webhooks.body")}</summary>
                <pre className="num max-w-full overflow-x-auto text-xs">{message.body}</pre>
              </details>
            </>
          ),
        },
        {
          key: "when",
          label: t("webhooks.when"),
          cell: (message) => <RelativeDate at={message.at} now={now} />,
        },
        {
          key: "result",
          label: t("webhooks.result"),
          cell: (message) => (
            <>
              <StateBadge tone={TONES[message.state]} word={t(`webhooks.message.${message.state}`)} />
              <div className="note num">
                {[
                  message.attempts > 0 && t("webhooks.tries", { total: message.attempts }),
                  message.status !== null &&
                    t("webhooks.status", { status: message.status, millis: message.millis ?? 0 }),
                  message.status === null && message.error,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </div>
            </>
          ),
        },
        {
          key: "again",
          label: t("webhooks.resend"),
          cell: (message) =>
            message.state !== "waiting" && (
              <form method="post">
                <HiddenField name="message" value={message.id} />
                <Button look="quiet" small name="intent" value="resend">
                  {t("webhooks.resend")}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
};

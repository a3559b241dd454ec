import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

type DeadKind = { kind: string; total: number; lastError: string | null };

/** What was given up, by kind, with the newest error and the way to have all of a kind tried again. */
export const DeadKinds = ({ dead }: { dead: readonly DeadKind[] }) => {
  const t = useWords("operator");
  const admin = useWords("admin");
  if (dead.length === 0) return null;
  return (
    <div className="mt-6">
      <Section title={t("jobs.deadTitle")} id="dead">
        <ul>
          {dead.map(({ kind, total, lastError }) => {
            const name = kind === "mail" ? admin("outbox.kind.mail") : kind;
            return (
              <li key={kind} className="item items-center">
                <div>
                  <h3>
                    <a href={`/admin/jobs?kind=${kind}&state=dead`}>
                      {t("jobs.deadOf", { kind: name, total })}
                    </a>
                  </h3>
                  {lastError && <div className="meta">{admin("outbox.error", { error: lastError })}</div>}
                </div>
                <form method="post" action="/admin/jobs">
                  <HiddenField name="retryKind" value={kind} />
                  <Button look="ghost" small aria-label={t("jobs.retryAllOf", { kind: name })}>
                    {t("jobs.retryAll")}
                  </Button>
                </form>
              </li>
            );
          })}
        </ul>
      </Section>
    </div>
  );
};

import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

type Choice = { slotId: string; title: string; host: string };

/** The list as it stands, each with buttons to move it one place up or down; every press saves. */
export const ChoiceOrder = ({
  choices,
  version,
  open,
  own,
}: {
  choices: readonly Choice[];
  version: number;
  open: boolean;
  own: boolean;
}) => {
  const t = useWords("rounds");
  return (
    <Section id="own" title={t(own ? "choices.own" : "choices.listOf")}>
      {choices.length === 0 ? (
        <p className="meta mt-3">{t("choices.none")}</p>
      ) : (
        <form method="post">
          <HiddenField name="version" value={version} />
          {own && <HiddenField name="share" value="on" />}
          <ol>
            {choices.map(({ slotId, title, host }, at) => (
              <li key={slotId} className="item">
                <div>
                  <HiddenField name={`places[${at}].slotId`} value={slotId} />
                  <HiddenField name={`places[${at}].place`} value={at + 1} />
                  <b>
                    <span className="num">{at + 1}</span> {title}
                  </b>
                  <p className="note">{host}</p>
                </div>
                {open && (
                  <span className="row">
                    {at > 0 && (
                      <Button
                        small
                        look="quiet"
                        icon="up"
                        name="move"
                        value={`${slotId}:up`}
                        aria-label={`${t("act.up")} ${title}`}
                      />
                    )}
                    {at < choices.length - 1 && (
                      <Button
                        small
                        look="quiet"
                        icon="down"
                        name="move"
                        value={`${slotId}:down`}
                        aria-label={`${t("act.down")} ${title}`}
                      />
                    )}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </form>
      )}
    </Section>
  );
};

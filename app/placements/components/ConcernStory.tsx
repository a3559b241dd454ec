import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";

type Note = { id: string; side: string; text: string; at: string };

/** What was answered, by whose side and when. */
export const ConcernStory = ({ notes }: { notes: readonly Note[] }) => {
  const t = useWords("concerns");
  const { any, language } = useTranslator();
  if (notes.length === 0) return <p className="note">{t("noAnswer")}</p>;
  return (
    <ul className="stack">
      {notes.map((note) => (
        <li key={note.id}>
          <b>{any(`concerns.side.${note.side}`)}</b>{" "}
          <span className="num note">{absoluteText(note.at, language)}</span>
          <p className="whitespace-pre-line">{note.text}</p>
        </li>
      ))}
    </ul>
  );
};

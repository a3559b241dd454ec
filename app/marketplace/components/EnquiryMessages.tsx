import { Icon } from "~/ui/Icon";
import { RelativeDate } from "~/ui/RelativeDate";
import { sizeText } from "~/ui/Upload";
import { useWords } from "~/words/use-words";
import type { EnquiryPageView } from "../queries/enquiry-page.server";

type EnquiryMessagesProps = {
  messages: EnquiryPageView["messages"];
  other: EnquiryPageView["other"];
  now: string;
};

/** What both sides wrote, oldest first, with the files they attached. */
export const EnquiryMessages = ({ messages, other, now }: EnquiryMessagesProps) => {
  const t = useWords("enquiries");
  return (
    <ol>
      {messages.map((message) => {
        const theirs = message.organizationId === other.id;
        return (
          <li key={message.id} className={theirs ? "said" : "said said-ours"}>
            <div className="meta">
              {t("messages.authorOf", {
                name: message.authorName,
                organization: theirs ? other.name : t("messages.us"),
              })}{" "}
              · <RelativeDate at={message.at} now={now} />
            </div>
            <p>{message.text}</p>
            {message.files.length > 0 && (
              <ul className="upload-files mt-2" aria-label={t("messages.attachments")}>
                {message.files.map((file) => (
                  <li key={file.id}>
                    <Icon name="paperclip" />
                    <a href={`/files/${file.id}`}>{file.name}</a>
                    <span className="note">{sizeText(file.bytes)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
};

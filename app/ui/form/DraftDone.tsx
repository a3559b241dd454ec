/** On the page after success: forgets the draft the form with `data-draft={draft}` kept. */
export const DraftDone = ({ draft }: { draft: string }) => <span hidden data-draft-done={draft} />;

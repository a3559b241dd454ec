type Recorded = { id: string; name: string; at: Date; actorName: string; payload: Record<string, unknown> };

/** Events an organization's own people are shown, by the word that tells them. */
const SHOWN = {
  "organization.registered": { word: "registered", kind: "plain" },
  "organization.profile_changed": { word: "profile_changed", kind: "plain" },
  "organization.submitted": { word: "submitted", kind: "key" },
  "organization.withdrawn": { word: "withdrawn", kind: "plain" },
  "organization.approved": { word: "approved", kind: "key" },
  "organization.returned": { word: "returned", kind: "bad" },
  "organization.revoked": { word: "revoked", kind: "bad" },
  "organization.absorbed": { word: "absorbed", kind: "key" },
  "organization.rename_asked": { word: "rename_asked", kind: "plain" },
  "organization.renamed": { word: "renamed", kind: "key" },
  "organization.rename_refused": { word: "rename_refused", kind: "bad" },
  "organization.rename_withdrawn": { word: "rename_withdrawn", kind: "plain" },
  "organization.blocked": { word: "blocked", kind: "bad" },
  "organization.appealed": { word: "appealed", kind: "plain" },
  "organization.block_upheld": { word: "block_upheld", kind: "bad" },
  "organization.unblocked": { word: "unblocked", kind: "key" },
  "organization.evidence_added": { word: "evidence_added", kind: "plain" },
  "organization.evidence_removed": { word: "evidence_removed", kind: "plain" },
  "organization.evidence_read": { word: "evidence_read", kind: "plain" },
} as const;

type Told = (typeof SHOWN)[keyof typeof SHOWN];

export type TimelineLine = {
  id: string;
  at: string;
  actor: string;
  word: Told["word"];
  kind: Told["kind"];
  detail: string;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** An organization's recorded events as lines of its timeline: who, which word, and the reason or file named. */
export const organizationTimeline = (events: readonly Recorded[]): TimelineLine[] =>
  events.flatMap((event) => {
    const told = SHOWN[event.name as keyof typeof SHOWN];
    if (!told) return [];
    const byOperator = told.word === "evidence_read";
    return [
      {
        id: event.id,
        at: event.at.toISOString(),
        actor: byOperator ? "" : event.actorName,
        ...told,
        detail: text(event.payload.reason) || text(event.payload.name),
      },
    ];
  });

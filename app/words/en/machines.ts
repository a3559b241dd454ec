import type { SameKeys } from "~/platform/i18n/words";
import type { machines as chinese } from "../zh-CN/machines";

export const machines: SameKeys<typeof chinese> = {
  errors: {
    notThisKind: "This kind of listing has no such field.",
    fixed: "Kind and direction stay as they are; send another listing under a new reference.",
    ended:
      "This listing is full, closed or archived and takes no changes. Send another under a new reference.",
    repeated: "This reference comes twice in one call; only the first counts.",
    referenceTaken:
      "This reference already stands for another listing ({{id}}). Change it with PATCH, or by reference with the bulk call.",
    notYourPost: "This is not an open post of your organization.",
    records: "Send 1 to {{most}} records at a time.",
    tooManyListings: "At most {{most}} listings outside the archive; archive some first.",
    noKey:
      "A valid API key is needed: Authorization: Bearer cjb_…. It may have been revoked, may have expired, or its organization is no longer active.",
    scope: "This key lacks the scope “{{scope}}”.",
    quota: "Today's quota is used up; it starts anew in {{seconds}} seconds, at midnight in China.",
    longKey: "An Idempotency-Key has at most {{max}} characters.",
    method: "This address does not take {{method}}.",
    tooManyKeys: "At most {{most}} keys in use; revoke those you do not need.",
    tooManyEndpoints: "At most {{most}} receivers.",
    httpsOnly: "The address must begin with https:// and carry no user name or password.",
    privateAddress: "This address leads into an internal network and cannot receive notifications.",
    unreachableName: "The name does not resolve to an address; please check it.",
    ownerOnly: "Keys and notifications are kept by the organization's owner.",
    notEnded: "This notification has arrived or is still on its way; there is nothing to send again.",
  },
};

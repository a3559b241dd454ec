import type { SameKeys } from "~/platform/i18n/words";
import type { consents as chinese } from "../zh-CN/consents";

export const consents: SameKeys<typeof chinese> = {
  comma: ", ",
  version: "Wording {{version}} · fingerprint {{hash}}",
  part: {
    asked: "What you are asked",
    scope: "Details used",
    why: "What for",
    kept: "Kept for how long",
    withdraw: "If you say no, or change your mind",
  },
  scope: {
    name: "name",
    sex: "sex",
    age: "age",
    birthDate: "date of birth",
    studentNumber: "student number",
    programme: "programme",
    className: "class",
    phone: "mobile number",
    email: "e-mail",
    guardianContact: "guardian's name and phone",
    application: "application papers",
    placement: "post, dates and pay of the internship",
    results: "examination and assessment results",
  },
  purpose: {
    platform_record: "Record and contact details kept on the platform",
    share_application: "Application given to an enterprise",
    internship: "Taking part in an internship",
    transfer: "Transfer between general and vocational school",
  },
  standing: {
    given: "Consented",
    refused: "Refused",
    withdrawn: "Withdrawn",
    none: "Awaiting answer",
    not_needed: "Not needed",
  },
  party: { student: "Student", guardian: "Guardian" },
  relation: { father: "Father", mother: "Mother", grandparent: "Grandparent", other: "Other guardian" },
  door: {
    title: "Guardian's confirmation",
    text: "{{school}} asks for your word about a student. To protect the child, please answer one question first.",
    digits: "Last four digits of the mobile number the school has on record for you",
    hint: "Four digits, for example 2468",
    submit: "See what is asked",
    doubt:
      "Not sure this link comes from the school? Call the class teacher first; there is no need to fill this in now.",
  },
  sheet: {
    transfer: "See how the transfer stands and how the two tracks differ",
    from: "{{school}} to {{guardian}}",
    said: "What you have said",
  },
  answer: {
    reason: "Anything to add, or why you refuse",
    withdrawReason: "Why you withdraw",
    give: "I consent",
    refuse: "I do not consent",
    withdraw: "Withdraw consent",
    withdrawQuestion: "Withdraw your consent?",
    withdrawText: "It takes effect at once and the school sees it. You can consent again later.",
  },
  said: {
    given: "You consented (wording {{version}})",
    refused: "You did not consent (wording {{version}})",
    withdrawn: "You withdrew your consent (wording {{version}})",
  },
  done: {
    given: "Your consent is recorded. Open this page again at any time to withdraw it.",
    refused: "Your refusal is recorded and the school sees it.",
    withdrawn: "Withdrawn, with effect from now.",
    linked: "Linked to your account.",
  },
  account: {
    title: "Use an account (optional)",
    text: "With an account you see everything about your child without keeping this link, and can withdraw at any time.",
    signIn: "Sign in and link",
    link: "Link to the account “{{name}}”",
    open: "Choose a password and create the account",
  },
  dead: {
    title: "This link no longer works",
    text: "It may have expired, been replaced by the school, or been closed after too many wrong answers. Ask the class teacher for a new one.",
  },
  children: {
    title: "My children",
    subtitle: "What the school asks you, and what you have said",
    empty: "No child is linked yet",
    emptyText:
      "Open the link the school sent you and answer with the last digits of your phone; then you can link it to this account.",
    minor: "Under 18",
    adult: "18 or older",
    nothing: "Nothing waits for your word.",
    waiting: "Waiting for your answer",
    read: "Read it and change your answer",
  },
  mail: {
    request: {
      subject: "{{school}} asks for your word about {{student}}",
      text: "{{school}} asks you, as guardian, to consent or not to something about {{student}}. What is asked, which details are used and how to withdraw stand behind the link.",
      act: "Open the link within {{days}} days and confirm with the last four digits of the phone on record. The same link is the way to withdraw later:",
    },
  },
  errors: {
    recipient: "This consent must name exactly one enterprise.",
    notGiven: "There is no consent in force here to withdraw.",
    linkDead: "This link no longer works. Ask the class teacher for a new one.",
    linkSpent:
      "Too many wrong answers: this link is closed. Ask the class teacher to check the phone number and send a new one.",
    locked: "Too many wrong answers. Try again in {{minutes}} minutes.",
    wrongDigits: "These are not the last four digits on record. {{left}} tries left.",
    fourDigits: "Type four digits.",
    noGuardianPhone: "This student has no guardian with a mobile number yet. Add one first.",
    tooManyGuardians: "At most {{max}} guardians for one student.",
    ownChild: "A student cannot be their own guardian. Sign out of the student's account first.",
    linkedElsewhere:
      "This guardian is linked to another account. Sign in with that one or ask the class teacher.",
    unknownRecipient: "No verified enterprise has this name. Type its full name.",
  },
};

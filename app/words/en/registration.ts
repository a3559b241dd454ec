import type { SameKeys } from "~/platform/i18n/words";
import type { registration as chinese } from "../zh-CN/registration";

export const registration: SameKeys<typeof chinese> = {
  title: "Register an organization",
  titleOf: "Register: {{kind}}",
  chooseText:
    "First choose the kind of organization. Students are invited by their school and authorities are admitted by the platform; neither registers here.",
  choose: "Register",
  kind: {
    enterprise: {
      label: "Enterprise",
      text: "Publish apprenticeships, internships and needs, answer schools. Registers with its unified social credit code.",
    },
    school: {
      label: "Vocational school",
      text: "Find partners for your programmes and place students. Registers with its 10-digit school code.",
    },
    general_school: {
      label: "General school",
      text: "Take part in experience days and credit recognition. Registers with its 10-digit school code.",
    },
    industry_body: {
      label: "Industry body",
      text: "Run consortia with real tasks. Registers with its unified social credit code.",
    },
    park: {
      label: "Industrial park",
      text: "Bring the park's companies and schools together. Registers with its unified social credit code.",
    },
  },
  otherKind: "Another kind",
  about: "The organization",
  you: "You",
  youText: "You will be the first owner of this organization and can invite colleagues afterwards.",
  asPerson: "You register with the account of {{name}} and will be the organization's owner.",
  field: {
    name: "Full name",
    uscc: "Unified social credit code",
    schoolCode: "School code",
    region: "Region",
    contactName: "Your name",
    email: "Work e-mail",
    password: "Password",
    terms: "Terms of use",
  },
  hint: {
    name: "As printed on its licence.",
    uscc: "18 characters, printed on the business licence or certificate of registration.",
    schoolCode: "10 digits, among the school's basic data.",
    region: "County, district or city, by name or code.",
    email: "The confirmation link is sent here, and you sign in with it later.",
    terms:
      "I may act for this organization; what I give is true; I use what I find here only for cooperation.",
  },
  leaveEmpty: "Leave this empty",
  submit: "Register",
  afterText:
    "You can draft profile, posts or programmes at once, and publish when the platform has verified you.",
  haveAccount: "Have an account?",
  signIn: "Sign in",
  sentTitle: "One step left: confirm your e-mail",
  sentText:
    "A confirmation link that works for 48 hours was sent to {{email}}. Open it to finish. If nothing arrives, look among the junk or check the address and fill the form in again.",
  sentDemo: "The demo sends no real mail, so open the link here:",
  openLink: "Open the confirmation link",
  again: "Fill in again",
  confirmTitle: "Confirm: {{organization}}",
  confirmText: "Check it. Once confirmed, the organization is set up and you are its owner.",
  confirmHadAccount:
    "This address has an account; the organization is added to it. Name and password stay as they are.",
  confirmSubmit: "Confirm registration",
  deadTitle: "This link no longer works",
  deadText:
    "Links work for 48 hours and only once; if the form was filled in again, use the link of the newest mail.",
  deadAction: "Register again",
  mail: {
    subject: "Confirm the registration of {{organization}}",
    text: "Somebody used this address to register {{organization}} on Chanjiao Bridge. If it was not you, do nothing and nothing happens.",
    act: "Open this link within 48 hours to confirm:",
  },
  errors: {
    terms: "Tick the terms of use.",
    uscc_length: "The unified social credit code has 18 characters. Check it.",
    uscc_characters:
      "The code holds digits and capitals, never I, O, S, V or Z. Check for an O in place of 0 or an I in place of 1.",
    uscc_region: "Characters 3 to 8 are digits: the region of registration. Check them.",
    uscc_check:
      "The check digit does not fit: one character may be wrong. Compare it with the business licence.",
    schoolCode_form: "The school code has 10 digits: 2 of type, 2 of province, 6 of serial. Check it.",
    schoolCode_higher: "Codes of universities and colleges have 0 in fifth place. Check it.",
    schoolCode_kind: "This code belongs to another kind of school. Choose another kind, or check the code.",
    regionWide: "{{name}} is too wide. Choose a city, district or county.",
    codeTaken:
      "An organization with this code is on the platform. Ask a colleague with an account to invite you; if nobody has one, ask the platform operator to look into it.",
  },
};

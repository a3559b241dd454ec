import { describe, expect, it } from "vitest";
import { action as send } from "~/marketplace/routes/enquiry.new";
import { loader as download } from "~/marketplace/routes/file";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { givenListing } from "~tests/fixtures/enquiries";
import { cookieOf, factsOfTest, givenOrganization, givenPerson } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a]);
const PROGRAM = new Uint8Array([0x4d, 0x5a, 0x00, 0x01]);

const signedIn = async (organizationId: string, name: string) =>
  cookieOf((await givenPerson(name, { organizationId, role: "coordinator" })).personId);

const multipart = (
  cookie: string,
  fields: Record<string, string>,
  file: { name: string; bytes: Uint8Array },
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("files", new File([new Uint8Array(file.bytes)], file.name));
  const request = new Request("http://localhost/enquiries/new", { method: "POST", body: form });
  request.headers.set("Cookie", cookie);
  request.headers.set("Content-Length", "2000");
  return { request, params: {}, context: factsOfTest() };
};

describe("attachments of an enquiry", () => {
  it("reach the two parties and nobody else; a renamed program is refused with everything typed kept", async () => {
    const school = await givenOrganization("school", "附件学校");
    const enterprise = await givenOrganization("enterprise", "附件企业");
    const stranger = await givenOrganization("enterprise", "无关企业");
    const listingId = await givenListing(enterprise);
    const cookies = {
      school: await signedIn(school, "甲"),
      enterprise: await signedIn(enterprise, "乙"),
      stranger: await signedIn(stranger, "丙"),
    };
    const fields = {
      submissionKey: newId(),
      listingId,
      to: enterprise,
      subject: "带附件",
      message: "见附件",
      replyDays: "5",
    };

    const refused = await outcomeOf(() =>
      send(multipart(cookies.school, fields, { name: "计划.pdf", bytes: PROGRAM })),
    );
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      state: { fields: [{ field: "files", key: "errors.fileKind" }], typed: { message: "见附件" } },
    });

    const sent = await outcomeOf(() =>
      send(multipart(cookies.school, fields, { name: "计划.pdf", bytes: PDF })),
    );
    expect(sent.status).toBe(303);
    const file = await read.storedFile.findFirstOrThrow({ where: { subjectType: "enquiry_message" } });
    expect(file).toMatchObject({ name: "计划.pdf", mediaType: "application/pdf", organizationId: school });

    const asked = (cookie: string) =>
      outcomeOf(() => download(routeArgs(`/files/${file.id}`, { cookie, params: { id: file.id } })));
    expect((await asked(cookies.school)).status).toBe(200);
    expect((await asked(cookies.enterprise)).status).toBe(200);
    expect((await asked(cookies.stranger)).status).toBe(404);
  });
});

import { describe, expect, it } from "vitest";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { CodeField } from "~/ui/form/CodeField";
import { DateField } from "~/ui/form/DateField";
import type { FieldProps } from "~/ui/form/Field";
import { FormErrors } from "~/ui/form/FormErrors";
import { MoneyField } from "~/ui/form/MoneyField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Upload } from "~/ui/Upload";
import { markup } from "./render";

const options = [
  { value: "a", label: "甲" },
  { value: "b", label: "乙" },
];

const SINGLE: [string, (props: FieldProps) => JSX.Element][] = [
  ["TextField", (props) => <TextField {...props} />],
  ["NumberField", (props) => <NumberField {...props} />],
  ["MoneyField", (props) => <MoneyField {...props} />],
  ["DateField", (props) => <DateField {...props} />],
  ["TextArea", (props) => <TextArea {...props} />],
  ["SelectField", (props) => <SelectField {...props} options={options} />],
  ["CodeField", (props) => <CodeField {...props} suggest="/api/v1/majors?q=" />],
  ["CheckboxField", (props) => <CheckboxField {...props} />],
  ["Upload", (props) => <Upload {...props} accept=".pdf" types="PDF" maxBytes={1_048_576} />],
];

describe.each(SINGLE)("%s", (_name, field) => {
  it("ties its hint and its error to the control", () => {
    const html = markup(
      field({ name: "seats", label: "名额", hint: "写人数", error: "不能小于 1。", required: true }),
    );
    expect(html).toContain('aria-describedby="seats-hint seats-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="seats-error"[^>]*>.*不能小于 1。/);
    expect(html).toContain('id="seats-hint"');
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="seats"/);
    expect(html).toContain('required=""');
  });

  it("says nothing of errors when there are none", () => {
    const html = markup(field({ name: "seats", label: "名额" }));
    expect(html).not.toContain("aria-invalid");
    expect(html).not.toContain("seats-error");
  });
});

describe.each(SINGLE.filter(([name]) => name !== "CheckboxField"))("the label of %s", (_name, field) => {
  it("belongs to the control and marks only what may be left out", () => {
    const optional = markup(field({ name: "seats", label: "名额" }));
    expect(optional).toContain('<label for="seats"');
    expect(optional).toContain("选填");
    expect(markup(field({ name: "seats", label: "名额", required: true }))).not.toContain("选填");
    expect(markup(field({ name: "seats", label: "Seats" }), "en")).not.toContain("选填");
  });
});

describe("groups", () => {
  it("let an error summary reach their first choice", () => {
    const html = markup(<RadioGroup name="kind" label="形式" options={options} error="请选择。" required />);
    expect(html).toContain('<input id="kind" type="radio"');
    expect(html).toContain('<fieldset class="field invalid" aria-describedby="kind-error"');
  });

  it("keep what was chosen", () => {
    const html = markup(
      <CheckboxGroup name="benefits" label="待遇" options={options} defaultValues={["b"]} />,
    );
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(html).toMatch(/value="b" checked=""|checked="" value="b"/);
  });

  it("leave no radio chosen without a value", () => {
    expect(markup(<RadioGroup name="kind" label="形式" options={options} />)).not.toContain("checked");
  });
});

describe("values", () => {
  it("shows stored fen as yuan, and what was typed in its stead", () => {
    expect(markup(<MoneyField name="pay" label="报酬" defaultFen={380050} />)).toContain('value="3800.50"');
    const retyped = markup(<MoneyField name="pay" label="报酬" defaultFen={380050} defaultValue="三千" />);
    expect(retyped).toContain('value="三千"');
  });

  it("keeps a code typed by hand, with its list of suggestions", () => {
    const html = markup(
      <CodeField name="major" label="专业" suggest="/api/v1/majors?q=" defaultValue="520201K" />,
    );
    expect(html).toContain('value="520201K"');
    expect(html).toContain('list="major-list"');
    expect(html).toContain('<datalist id="major-list"');
  });
});

describe("FormErrors", () => {
  it("links every line to its field and can take the focus", () => {
    const html = markup(<FormErrors errors={[{ field: "seats", label: "名额", message: "不能小于 1。" }]} />);
    expect(html).toContain('href="#seats"');
    expect(html).toContain('role="alert"');
    expect(html).toContain('tabindex="-1"');
    expect(html).toContain("有 1 处需要修改");
  });

  it("is absent when nothing is wrong", () => {
    expect(markup(<FormErrors errors={[]} />)).toBe("");
  });
});
